import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { unremembered } from "../../generator/memo.js";
import { emitAll } from "../property/emit.js";
import { blocksOf, programsOf, withExamples } from "../support/readme-examples.js";
import { compileTogether } from "../support/sample-program.js";
import { folder, twilioProject } from "./twilio-project.js";

const readme = readFileSync(join(folder, "README.md"), "utf8");
const [setup = "", ...examples] = blocksOf(readme);
const programs = programsOf(readme);

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

const answer = { "200": { description: "Done.", content: { "application/json": {} } } };
const parameter = (name: string, place: string, schema: object = { type: "string" }): object => ({
  name,
  in: place,
  required: place === "path",
  schema,
});
const book = {
  type: "object",
  required: ["title"],
  properties: {
    title: { type: "string" },
    author: { type: "object", properties: { name: { type: "string" } } },
  },
};
const body = (example: object): object => ({
  required: true,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Book" }, example } },
});
const id = parameter("bookId", "path", { type: "string", format: "uuid" });

/** A package of some paths, and what its examples are like. */
async function examplesFor(
  paths: object,
): Promise<{ readonly texts: readonly string[]; readonly errors: readonly string[] }> {
  const { files: emitted = [] } = await emitAll(
    {
      openapi: "3.1.0",
      info: { title: "Library", version: "1" },
      servers: [{ url: "https://library.example" }],
      paths,
      components: { schemas: { Book: book } },
    },
    unremembered,
  );
  const files = new Map(emitted.map(({ path, text }) => [path, text] as const));
  const errors = await compileTogether(new Map([["library", withExamples(files)]]));
  return {
    texts: blocksOf(files.get("README.md") ?? ""),
    errors: errors.filter((each) => !each.includes("TS6133")),
  };
}

describe("the examples of another package", () => {
  test("pass ids, and have defaults for what most operations need", async () => {
    const tenant = parameter("tenantId", "path");
    const { texts, errors } = await examplesFor({
      "/{tenantId}/books/{bookId}": {
        parameters: [tenant, id, parameter("limit", "query", { type: "integer" })],
        get: { operationId: "getBook", tags: ["books"], responses: answer },
        delete: { operationId: "deleteBook", tags: ["books"], responses: answer },
      },
      "/{tenantId}/loans/{bookId}/history": {
        parameters: [tenant, id, parameter("limit", "query", { type: "integer" })],
        get: { operationId: "getLoans", tags: ["loans"], responses: answer },
      },
    });
    expect(errors).toEqual([]);
    expect(texts[0]).toMatch(/createClient\(\{ defaults: \{ tenantId: "\w+" \} \}\)/);
    const deleting = texts.find((each) => each.includes("deleteBook(client"));
    expect(deleting).toMatch(/deleteBook\(client, \{ bookId: "[\da-f]{8}-[\da-f-]{27}" \}\)/);
  });

  test("give methods an object of parameters where defaults hold all of them", async () => {
    const tenant = parameter("tenantId", "path");
    const { texts, errors } = await examplesFor({
      "/{tenantId}/books": {
        get: { operationId: "listBooks", tags: ["books"], parameters: [tenant], responses: answer },
      },
      "/{tenantId}/loans": {
        get: { operationId: "listLoans", tags: ["loans"], parameters: [tenant], responses: answer },
      },
    });
    expect(errors).toEqual([]);
    expect(texts.some((each) => each.includes("resources.books.list({});"))).toBe(true);
  });

  test("show bodies of the description only where their types declare all of them", async () => {
    const { texts, errors } = await examplesFor({
      "/plain": {
        post: { operationId: "plain", requestBody: body({ title: "Emma" }), responses: answer },
      },
      "/more": {
        post: { operationId: "more", requestBody: body({ title: "Emma", pages: 1 }), responses: answer },
      },
      "/deep": {
        post: {
          operationId: "deep",
          requestBody: body({ title: "Emma", author: { name: "Jane", born: 1775 } }),
          responses: answer,
        },
      },
    });
    expect(errors).toEqual([]);
    const shown = (name: string): string => texts.find((each) => each.includes(`${name}(client`)) ?? "";
    expect(shown("plain")).toContain('body: { title: "Emma" }');
    expect(shown("more")).toContain("body: book()");
    expect(shown("deep")).toContain("body: book()");
  });
});
