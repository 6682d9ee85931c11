import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, twilioProject } from "./twilio-project.js";

const readme = readFileSync(join(folder, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map((match) => match[1] ?? "");
const [setup = "", ...examples] = blocks;

/** The examples of operations go on where the first one, which makes the client, has ended. */
const programs = [setup, ...examples.map((each) => (each.includes("client") ? `${setup}\n${each}` : each))];

/** What the compiler says of a program that stands beside the package. */
function mistakesIn(texts: readonly string[]): string {
  const project = twilioProject();
  const files = texts.map((text, i) =>
    project.createSourceFile(join(folder, `example-${i}.ts`), `${text}\nexport {};\n`),
  );
  const found = files.flatMap((each) => each.getPreEmitDiagnostics());
  return project.formatDiagnosticsWithColorAndContext(found);
}

describe("the examples of the package's README", () => {
  test("are one for each operation, and one each for the client, its methods, checking, JSON Schema and msw", () => {
    expect(setup).toContain("createClient");
    const operations = readFileSync(join(folder, "src/operations/applications.ts"), "utf8");
    const names = [...operations.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? "");
    expect(names.length).toBe(5);
    for (const name of [...names, "createCall", "updateIncomingPhoneNumber"])
      expect(
        examples.filter((each) => each.includes(`${name}(client`)),
        name,
      ).toHaveLength(1);
    expect(examples).toHaveLength(11);
  });

  test("compile", () => {
    expect(mistakesIn(programs)).toBe("");
  });

  test("would not compile with a mistake in them", () => {
    const [misspelt] = programs.filter((each) => each.includes("FriendlyName"));
    expect(misspelt).toBeDefined();
    expect(mistakesIn([misspelt?.replace("FriendlyName", "FriendlyNam") ?? ""])).toContain("FriendlyNam");
  });
});
