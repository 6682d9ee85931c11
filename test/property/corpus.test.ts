/** Descriptions that others have written: their examples, and the fixtures that we make of them. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { catalogue } from "../../generator/catalogue/catalogue.js";
import type { Report } from "../../generator/diagnostics.js";
import { type Json, type JsonObject, member, valueAt } from "../../generator/json.js";
import { loadSource } from "../../generator/load/source.js";
import { type Api, operationsOf } from "../../generator/model/api.js";
import type { Content } from "../../generator/model/content.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { type Schema, childSchemas } from "../../generator/model/schema.js";
import { evaluate } from "../../generator/sample/evaluate.js";
import type { Sample } from "../../generator/sample/sample.js";
import { seeds } from "../../generator/sample/seeds.js";
import { solveSamples } from "../../generator/sample/solve.js";
import { type Validators, validatorsOf } from "../../generator/validate/run.js";
import type { Direction } from "../support/sketch.js";
import { jsonSchemas } from "./described-schemas.js";
import { emitValues } from "./emit.js";
import { casesProblems, holdingFiles, loadEmitted } from "./emitted.js";
import { type Oracles, oraclesOf } from "./oracle.js";

const shared = process.env["SPECWRIGHT_SHARED"] ?? "../shared";
const folder = resolve(import.meta.dirname, "../..", shared, "specs");
const paths = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && /\.(json|ya?ml)$/.test(each.name))
      .map((each) => relative(folder, join(each.parentPath, each.name)))
      .sort()
  : [];

/** A description, or why there is no model of it. */
type Read = { readonly data: JsonObject; readonly api: Api } | { readonly refusal: string };

async function read(path: string): Promise<Read> {
  const loaded = await loadSource(join(folder, path));
  if ("diagnostics" in loaded) return { refusal: loaded.diagnostics[0]?.message ?? "" };
  const refusals: string[] = [];
  const report: Report = (code, pointer, detail) => {
    if (catalogue[code].severity === "error") refusals.push(`${code} at ${pointer}: ${detail}`);
  };
  const dialect = readDialect(loaded.source.data, report);
  const data = canonical(loaded.source.data as JsonObject);
  const api = dialect && lower(data, dialect, report);
  return api === undefined || refusals[0] !== undefined ? { refusal: refusals[0] ?? "" } : { data, api };
}

describe.skipIf(paths.length === 0)(`a description of ${shared}/specs, which may be absent`, () => {
  const tally = { examples: 0, invalid: 0, fixtures: 0, read: 0 };

  test.for(paths)(
    "%s: examples are judged as ajv judges them, and fixtures are valid for both",
    async (path, { skip }) => {
      const found = await read(path);
      if ("refusal" in found) return skip(found.refusal);
      const { data, api } = found;
      const oracles = oraclesOf((direction) => jsonSchemas(data, direction));
      const validators = validatorsOf(api.schemas);
      tally.read++;
      const shown = [...schemaExamples(api), ...contentExamples(api, data)];
      expect(shown.flatMap((each) => disagreement(each, validators, oracles))).toEqual([]);
      expect(fixtureProblems(api, validators, oracles)).toEqual([]);
    },
  );

  const small = paths.filter((path) => statSync(join(folder, path)).size < 120_000);

  test.for(small)("%s: edges are valid, and invalid cases break one rule each", async (path, { skip }) => {
    const found = await read(path);
    if ("refusal" in found) return skip(found.refusal);
    const emitted = await loadEmitted(await emitValues(found.data));
    expect(
      casesProblems(
        emitted,
        oraclesOf((direction) => jsonSchemas(found.data, direction)),
      ),
    ).toEqual([]);
  });

  afterAll(() => {
    // A law that is never put to the test proves nothing.
    expect(tally.read).toBeGreaterThan(80);
    expect(tally.examples).toBeGreaterThan(500);
    expect(tally.fixtures).toBeGreaterThan(3000);
  });

  function disagreement(
    { schema, direction, value }: Shown,
    validators: Validators,
    oracles: Oracles,
  ): readonly string[] {
    const issues = validators.issues(schema, value);
    const valid = oracles[direction].judge(schema.pointer, value).valid;
    tally.examples++;
    if (!valid) tally.invalid++;
    if (valid === (issues.length === 0)) return [];
    return [
      `${schema.pointer}: ajv says ${valid} of ${JSON.stringify(value)}, we say ${JSON.stringify(issues)}`,
    ];
  }

  function* fixtureProblemsOf(api: Api, validators: Validators, oracles: Oracles): Iterable<string> {
    const samples = solveSamples(api.schemas, validators, () => {});
    const files = holdingFiles(api.schemas);
    for (const { id, schema } of api.schemas.values()) {
      const sample = samples.of(id);
      if (sample === undefined || files.has(id)) continue;
      for (const seed of seeds(4)) {
        const value = evaluate(sample, seed, (other) => samples.of(other) as Sample);
        tally.fixtures++;
        const issues = validators.of(id).check(value);
        const { valid } = oracles[directionOf(id)].judge(schema.pointer, value);
        if (issues.length > 0 || !valid)
          yield `${id}: ${JSON.stringify(value)}: ajv says ${valid}, we say ${JSON.stringify(issues)}`;
      }
    }
  }
  const fixtureProblems = (...given: Parameters<typeof fixtureProblemsOf>): readonly string[] => [
    ...fixtureProblemsOf(...given),
  ];
});

const directionOf = (id: string): Direction => (id.endsWith(">request") ? "request" : "response");

/** An example, and the schema that it is an example of. */
interface Shown {
  readonly schema: Schema;
  readonly direction: Direction;
  readonly value: Json;
}

/** The examples that stand in schemas. */
function schemaExamples(api: Api): readonly Shown[] {
  const within = (schema: Schema, direction: Direction): readonly Shown[] => [
    ...(schema.annotations.examples ?? []).map((value) => ({ schema, direction, value })),
    ...childSchemas(schema).flatMap((each) => within(each, direction)),
  ];
  return [...api.schemas.values()].flatMap(({ id, schema }) => within(schema, directionOf(id)));
}

/** The examples that stand beside the schemas of bodies (OpenAPI 3.1, section 4.8.14). */
function contentExamples(api: Api, data: JsonObject): readonly Shown[] {
  const of = (content: Content | undefined, direction: Direction): readonly Shown[] => {
    const schema = content?.schema;
    if (content === undefined || schema === undefined || content.codec !== "json") return [];
    const media = valueAt(data, content.pointer);
    const named = member(media, "examples");
    const values = [
      member(media, "example"),
      ...Object.values((named ?? {}) as JsonObject).map((each) => member(followed(data, each), "value")),
    ];
    return values.flatMap((value) => (value === undefined ? [] : [{ schema, direction, value }]));
  };
  return operationsOf(api).flatMap(({ body, responses }) => [
    ...(body?.contents ?? []).flatMap((each) => of(each, "request")),
    ...responses.flatMap(({ contents }) => contents.flatMap((each) => of(each, "response"))),
  ]);
}

function followed(data: JsonObject, example: Json): Json | undefined {
  const ref = member(example, "$ref");
  return typeof ref === "string" ? valueAt(data, ref.slice(1)) : example;
}
