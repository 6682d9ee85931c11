/** Operations of methods that openapi-typescript does not know, in `schema.ts`. */
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.js";
import { unremembered } from "../../generator/memo.js";
import { printWire } from "../../generator/render/wire.js";

const done = { responses: { 204: { description: "Done." } } };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const description: JsonObject = {
  openapi: "3.2.0",
  info: { title: "Methods", version: "1" },
  paths: {
    "/things/{id}": {
      parameters: [id],
      get: done,
      query: { ...done, operationId: "searchThings", description: "Looks for things." },
      additionalOperations: { LINK: done, "M-SEARCH": done },
    },
    "/7": { additionalOperations: { constructor: done } },
    "/shared": { $ref: "#/components/pathItems/Shared" },
  },
  webhooks: { "a hook": { query: done } },
  components: { schemas: { Id: { type: "string" } }, pathItems: { Shared: { query: done } } },
};

/** The text, and `code` behind it, as the compiler sees them. */
function mistakesIn(text: string, code: string): readonly string[] {
  const [name, options] = ["schema.ts", { strict: true, noEmit: true, lib: ["lib.es2022.d.ts"] }];
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, version) =>
    file === name ? ts.createSourceFile(file, text + code, version) : getSourceFile(file, version);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map((each) => ts.flattenDiagnosticMessageText(each.messageText, "\n"));
}

const print = (data: JsonObject): Promise<string> => printWire(data, () => undefined, unremembered);

describe("schema.ts", () => {
  let text = "";
  beforeAll(async () => {
    text = await print(description);
  });

  test("has them beside those that it knows, as they are written", () => {
    const uses = [
      'operations["searchThings"]["parameters"]["path"]["id"]',
      'paths["/things/{id}"]["query"]["responses"][204]',
      'paths["/things/{id}"]["LINK"]["parameters"]["path"]["id"]',
      'paths["/things/{id}"]["M-SEARCH"]["responses"][204]',
      'paths["/things/{id}"]["get"]["responses"][204]',
      'paths["/7"]["constructor"]["responses"][204]',
      'paths["/shared"]["query"]["responses"][204]',
      'webhooks["a hook"]["query"]["responses"][204]',
    ];
    const code = uses.map((each, i) => `export type Use${i} = ${each};\n`).join("");
    expect(mistakesIn(text, code)).toEqual([]);
    expect(mistakesIn(text, 'type No = paths["/7"]["LINK"];')).toHaveLength(1);
  });

  test("tells what is said of them, and nothing of how they got there", () => {
    expect(text).toMatch(
      /\/\*\* @description Looks for things\. \*\/\s+query: operations\["searchThings"\];/,
    );
    expect(text).not.toContain("specwright");
  });

  test("is otherwise what it is without them", async () => {
    const without = (value: Json): Json =>
      JSON.parse(
        JSON.stringify(value, (key, each: unknown) =>
          key === "additionalOperations" || (key === "query" && typeof each === "object") ? undefined : each,
        ),
      ) as Json;
    const plain = await print(without(description) as JsonObject);
    const lines = new Set(text.split("\n"));
    expect(
      plain.split("\n").filter((each) => !lines.has(each) && !/Record<string, never>/.test(each)),
    ).toEqual([]);
  });
});
