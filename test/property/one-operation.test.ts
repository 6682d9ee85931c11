import { rm } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { texts } from "../output/snapshot.js";
import { makeWorkspace, pets, workspace } from "../output/workspace.js";
import { description } from "./twilio-subjects.js";

/** Files that speak of all operations, and so of the new one. */
const everywhere = [
  ".specwright.json",
  "README.md",
  "api.md",
  "src/checks.ts",
  "src/msw.ts",
  "src/schema.ts",
];
/** The files of one resource. */
const filesOf = (resource: string): readonly string[] =>
  [
    ...[
      "checks",
      "client",
      "fixtures/operations",
      "handlers",
      "json-schemas/operations",
      "msw",
      "operations",
    ],
    "validators/operations",
  ].map((folder) => `src/${folder}/${resource}.ts`);
/** The files that list what is in their folders. */
const barrels = {
  client: "src/client.ts",
  fixtures: "src/fixtures/index.ts",
  jsonSchemas: "src/json-schemas/index.ts",
  models: "src/models/index.ts",
  operations: "src/operations/index.ts",
  validators: "src/validators/index.ts",
};

type Paths = Readonly<Record<string, object>>;
const withPaths = (more: Paths, schemas: object = {}): object => ({
  ...description,
  paths: { ...description.paths, ...more },
  components: { ...description.components, schemas: { ...description.components.schemas, ...schemas } },
});

const answering = (schema: string): object => ({
  responses: {
    "200": {
      description: "It.",
      content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
    },
  },
});

describe("a new operation", () => {
  let before: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const { root, config } = await makeWorkspace(description);
    await generate(config);
    before = await texts(config.output);
    await rm(root, { recursive: true });
  });

  test.each<[string, object, readonly string[]]>([
    [
      "on a resource that is there, with schemas that are there",
      withPaths({
        "/aaa/{Sid}": {
          get: {
            operationId: "AuditApplication",
            tags: ["Applications"],
            parameters: [{ $ref: "#/components/parameters/ApplicationSid" }],
            ...answering("Application"),
          },
        },
      }),
      [...everywhere, ...filesOf("applications")],
    ],
    [
      "with an answer of its own",
      withPaths({
        "/aaa": {
          get: {
            operationId: "CountApplications",
            tags: ["Applications"],
            responses: {
              "200": {
                description: "How many.",
                content: {
                  "application/json": { schema: { type: "object", properties: { n: { type: "integer" } } } },
                },
              },
            },
          },
        },
      }),
      [...everywhere, ...filesOf("applications")],
    ],
    [
      "with a new schema",
      withPaths(
        { "/aaa": { get: { operationId: "FetchAudit", tags: ["Applications"], ...answering("Audit") } } },
        { Audit: { type: "object", properties: { at: { type: "string", format: "date" } } } },
      ),
      [
        ...everywhere,
        ...filesOf("applications"),
        ...["models", "fixtures", "json-schemas", "validators"].map((folder) => `src/${folder}/audit.ts`),
        barrels.fixtures,
        barrels.jsonSchemas,
        barrels.models,
        barrels.validators,
      ],
    ],
    [
      "on a new resource",
      withPaths({
        "/aaa": { get: { operationId: "FetchAudit", tags: ["Audits"], ...answering("Application") } },
      }),
      [
        ...everywhere,
        ...filesOf("audits"),
        barrels.client,
        barrels.fixtures,
        barrels.jsonSchemas,
        barrels.operations,
        barrels.validators,
      ],
    ],
  ])("%s, touches only its own files and those that list it", async (_, changed, expected) => {
    const { config, output, write } = await workspace(changed);
    for (const [path, text] of Object.entries(before)) await write(`package/${path}`, text);
    const { written, removed } = await generate(config);
    expect([...written].sort()).toEqual([...expected].sort());
    expect(removed).toEqual([]);
    const after = await texts(output);
    for (const [path, text] of Object.entries(before))
      if (!expected.includes(path)) expect(after[path]).toBe(text);
  });

  test("adds lines to a file and takes none away", async () => {
    const { config, output, write } = await workspace(pets("cat", "dog"));
    await generate(config);
    const before = await texts(output);
    await write("openapi.json", JSON.stringify(pets("cat", "cow", "dog", "eel")));
    await generate(config);
    const after = await texts(output);
    for (const path of Object.keys(before).filter((each) => each !== ".specwright.json"))
      expect(missingLines(before[path] ?? "", after[path] ?? ""), path).toEqual([]);
  });

  test("that goes leaves everything as it was before it came", async () => {
    const { config, output, write } = await workspace(pets("cat", "dog"));
    await generate(config);
    const before = await texts(output);
    await write("openapi.json", JSON.stringify(pets("ape", "cat", "dog")));
    await generate(config);
    await write("openapi.json", JSON.stringify(pets("cat", "dog")));
    const { removed } = await generate(config);
    expect(removed).toContain("src/models/ape.ts");
    expect(await texts(output)).toEqual(before);
  });
});

/** The lines of a text that another text lacks. */
function missingLines(before: string, after: string): readonly string[] {
  const kept = new Set(after.split("\n"));
  return before.split("\n").filter((line) => !kept.has(line));
}
