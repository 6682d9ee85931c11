/** What authors usually get wrong, and what they are told. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Json } from "../../generator/json.js";
import { loadSource, parseSource } from "../../generator/load/source.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { suggestion } from "../../generator/suggestion.js";
import { emit } from "../property/emit.js";

function toldOf(data: Json): readonly string[] {
  const told: string[] = [];
  readDialect(data, (code, pointer, detail) => void told.push(`${pointer} ${code} ${detail}`));
  return told;
}

test.each([
  [3.1, "3.1.0"],
  [3.2, "3.2.0"],
  [3, "3.0.3"],
  [4, "3.1.0"],
])("the version %d without quotes is quoted", (openapi, version) => {
  expect(toldOf({ openapi, paths: {} })).toEqual([
    `/openapi input-not-openapi the version is a number; quote it: "${version}"`,
  ]);
});

test("a misspelled openapi is told of", () => {
  expect(toldOf({ opnapi: "3.1.0", paths: {} })).toEqual([
    "/opnapi input-not-openapi opnapi; did you mean openapi?",
  ]);
});

test.each([
  ["a: 1\nb: 2\na: 3\n", "a"],
  ['"a b": 1\n"a b": 3\n', '"a b"'],
  ["a:b: 1\na:b: 3\n", "a:b"],
])("a key that is there twice is named: %j", async (text, key) => {
  const loaded = await parseSource("a.yaml", text);
  expect("diagnostics" in loaded ? loaded.diagnostics.map((each) => each.message) : []).toEqual([
    `the file is not valid YAML or JSON: Map keys must be unique: ${key} is there twice`,
  ]);
});

test("a folder is no file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "specwright-folder-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const loaded = await loadSource(folder);
  expect("diagnostics" in loaded ? loaded.diagnostics.map((each) => each.message) : []).toEqual([
    "the file cannot be read: it is a folder, and no file",
  ]);
});

test("two letters that changed places are one mistake", () => {
  expect(suggestion("pots", ["get", "post", "put"])).toBe("post");
  expect(suggestion("gte", ["get"])).toBeUndefined();
  expect(suggestion("posed", ["post"])).toBeUndefined();
});

test("a page that is missing is one mistake", async () => {
  const { diagnostics } = await emit({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: {
          operationId: "list",
          "x-specwright": { paging: { strategy: "next-link", items: "data", next: "next" } },
          responses: {
            "200": {
              description: "The pets.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pag" } } },
            },
          },
        },
      },
    },
  });
  expect(diagnostics.map((each) => each.code)).toEqual(["ref-unresolved"]);
});

test.each([
  "responses",
  "parameters",
  "headers",
  "examples",
  "requestBodies",
  "links",
  "callbacks",
  "pathItems",
])("an entry of %s that is null is a mistake, though nothing refers to it", async (section) => {
  const { diagnostics } = await emit({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    components: { [section]: { it: null } },
  });
  expect(diagnostics.map((each) => `${each.code} ${each.message}`)).toEqual([
    "wrong-type a field has a value of the wrong kind: expected an object, found null",
  ]);
});

test.each([
  { paths: { "/it": { parameters: {} } } },
  { webhooks: { it: { parameters: {} } } },
  { components: { pathItems: { it: { parameters: {} } } } },
])("parameters that are no list are a mistake, though no operation has them: %j", async (more) => {
  const { diagnostics } = await emit({ openapi: "3.1.0", info: { title: "Pets", version: "1" }, ...more });
  expect(diagnostics.map((each) => `${each.code} ${each.message}`)).toEqual([
    "wrong-type a field has a value of the wrong kind: expected an array, found an object",
  ]);
});

test("a parameter whose name is no text is a mistake, though no operation has it", async () => {
  const { diagnostics } = await emit({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: { "/it": { parameters: [{ name: {}, in: "query", schema: {} }] } },
  });
  expect(diagnostics.map((each) => `${each.code} ${each.message}`)).toEqual([
    "wrong-type a field has a value of the wrong kind: expected a string, found an object",
  ]);
});
