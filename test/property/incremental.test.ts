/** What is remembered of earlier descriptions changes nothing: files and diagnostics are those of a first run. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Memo, unremembered } from "../../generator/memo.js";
import { specs, writeSpec } from "../support/spec-arbitrary.js";
import { edited } from "./edits.js";
import { emitAll } from "./emit.js";
import { sampleDocuments } from "./sample-documents.js";
import { runs } from "../support/runs.js";

function remembering(): Memo {
  const known = new Map<string, string>();
  return {
    get: (kind, source) => known.get(`${kind}\n${source}`),
    set: (kind, source, made) => void known.set(`${kind}\n${source}`, made),
  };
}

const draws = fc.infiniteStream(fc.nat(0xffff_ffff));

/** Each document after the other, and after them the first one again. */
async function lawHolds(first: object, count: number, draw: Iterator<number>): Promise<void> {
  const pick = (among: number): number => (draw.next().value as number) % among;
  const memo = remembering();
  let document = first;
  for (let left = count; left > 0; left--) {
    expect(await told(document, memo)).toEqual(await told(document, unremembered));
    document = edited(document, pick);
  }
  expect(await told(first, memo)).toEqual(await told(first, unremembered));
}

async function told(document: object, memo: Memo): Promise<unknown> {
  const { files, diagnostics } = await emitAll(document, memo);
  return { files, diagnostics };
}

test("descriptions that are edited", { timeout: 120_000 }, async () => {
  const law = fc.asyncProperty(fc.constantFrom(...sampleDocuments.keys()), draws, async (name, draw) => {
    await lawHolds(sampleDocuments.get(name) ?? {}, 4, draw);
  });
  await fc.assert(law, runs(60));
});

test("arbitrary descriptions", { timeout: 120_000 }, async () => {
  const law = fc.asyncProperty(specs, draws, (spec, draw) => lawHolds(writeSpec(spec), 3, draw));
  await fc.assert(law, runs(20));
});

const described = (schemas: object, refs: readonly string[]): object => ({
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: Object.fromEntries(
    refs.map((name) => [
      `/${name}`,
      {
        get: {
          operationId: `get${name}`,
          responses: {
            "200": {
              description: "It.",
              content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
            },
          },
        },
      },
    ]),
  ),
  components: { schemas },
});

const named = { type: "object", properties: { name: { type: "string" } } };
const named2 = { type: "object", properties: { title: { type: "string" } } };
const closed = { allOf: [{ $ref: "#/components/schemas/Named" }], properties: { id: { type: "string" } } };

/** What others say of a schema, and has a say in what is printed of it. */
test.each<[what: string, before: object, after: object]>([
  [
    "a schema is read by one that asks for what was not judged",
    described({ Named: named, Closed: closed }, ["Closed"]),
    described({ Named: named, Closed: { ...closed, unevaluatedProperties: false } }, ["Closed"]),
  ],
  [
    "another schema has the same name but for its letters",
    described({ Named: named }, ["Named"]),
    described({ Named: named, named: named2 }, ["Named", "named"]),
  ],
  [
    "a schema is sent as well, and its names become those of answers",
    described(
      { Named: { ...named, required: ["id"], properties: { id: { type: "string", readOnly: true } } } },
      ["Named"],
    ),
    {
      ...described(
        { Named: { ...named, required: ["id"], properties: { id: { type: "string", readOnly: true } } } },
        ["Named"],
      ),
      webhooks: {
        changed: {
          post: {
            requestBody: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Named" } } },
            },
            responses: { "200": { description: "Thanks." } },
          },
        },
      },
    },
  ],
])("where %s", async (_, before, after) => {
  const memo = remembering();
  for (const each of [before, after, before])
    expect(await told(each, memo)).toEqual(await told(each, unremembered));
  expect(await told(after, memo)).not.toEqual(await told(before, memo));
});
