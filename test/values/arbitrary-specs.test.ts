import fc from "fast-check";
import { expect, test } from "vitest";
import type { Converter } from "../../generator/runtime/converter.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { type Emission, emit } from "../property/emit.js";
import { type Oracles, oraclesOf } from "../property/oracle.js";
import { runs } from "../support/runs.js";
import { loadPackage } from "../support/load-package.js";
import { specs, writeOracleSpec, writeSpec } from "../support/spec-arbitrary.js";

const formats = { "date-time": "Date", int64: "bigint", byte: "Uint8Array" } as const;

/** A schema of a package some of whose values are converted. */
interface Subject {
  readonly title: string;
  readonly factory: Factory<unknown>;
  readonly validator: Validator<unknown>;
  readonly converter: Converter;
  /** The other validator, which judges what stands on the wire. */
  readonly judge: (wire: unknown) => boolean;
}

/**
 * Gives texts and integers of which nothing else is said a format that is converted: one that the nearest name decides on, so
 * that it is the same however the schema is written.
 */
function formatted(value: unknown, name: string = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => formatted(each, name));
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      formatted(each, ["allOf", "anyOf"].includes(key) ? name : key),
    ]),
  );
  const isPlain = ["format", "pattern", "minLength", "maxLength", "enum", "const"].every(
    (key) => !(key in inner),
  );
  const types = [inner["type"]].flat().filter((each) => each !== "null");
  const texts = name.length % 2 === 0 ? "byte" : "date-time";
  const format = { string: texts, integer: "int64" }[String(types)];
  return isPlain && format !== undefined ? { ...inner, format } : inner;
}

const tally = { subjects: 0, values: 0, cases: 0 };

test("of an arbitrary description, fixtures, validators and the wire agree when all that can be is converted", async () => {
  const law = fc.asyncProperty(
    specs,
    fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    async (spec, dice) => {
      const oracles = oraclesOf((direction) => formatted(writeOracleSpec(spec, direction)) as object);
      for (const each of await subjectsOf(
        await emit(formatted(writeSpec(spec)) as object, formats),
        oracles,
      )) {
        tally.subjects++;
        for (const seed of dice) expectRoundTrip(each, each.factory(undefined, { seed }));
        expectCases(each);
      }
    },
  );
  await fc.assert(law, { ...runs(40), endOnFailure: true });
  // A law that is never put to the test proves nothing.
  expect(tally.subjects).toBeGreaterThan(25);
  expect(tally.values).toBeGreaterThan(100);
  expect(tally.cases).toBeGreaterThan(80);
});

/** A value is valid, so is what is written of it, and that reads as the value again. */
function expectRoundTrip({ title, validator, converter, judge }: Subject, value: unknown): void {
  tally.values++;
  expect(validator.check(value), title).toEqual([]);
  const wire = converter.write(value);
  expect(judge(wire), `${title}: ${JSON.stringify(wire)}`).toBe(true);
  const sent: unknown = JSON.parse(JSON.stringify(wire));
  expect(validator.parse(sent), title).toEqual(value);
  expect(converter.read(value), title).toEqual(value);
}

function expectCases({ title, factory, validator }: Subject): void {
  for (const { value, code, path } of factory.edges())
    expect(validator.check(value), `${title}: ${code} at ${path.join("/")}`).toEqual([]);
  for (const { value, code, path } of factory.invalid()) {
    tally.cases++;
    const issues = validator.check(value).map((each) => ({ code: each.code, path: each.path }));
    expect(issues, title).toEqual([{ code, path }]);
    expect(() => validator.parse(value), title).toThrow();
  }
}

async function subjectsOf({ api, files = [] }: Emission, oracles: Oracles): Promise<readonly Subject[]> {
  if (api === undefined) return [];
  const needed = files.filter(({ path }) => /^src\/(validators|fixtures|converters|runtime)\//.test(path));
  const found = needed.flatMap(
    ({ path }) => /^src\/(converters\/(?!parameters).*)\.ts$/.exec(path)?.[1] ?? [],
  );
  const modules = await loadPackage(needed, ["validators/index", "fixtures/index", ...found]);
  const converters = Object.assign({}, ...found.map((path) => modules[path])) as Record<string, Converter>;
  const [validators, fixtures] = [modules["validators/index"] ?? {}, modules["fixtures/index"] ?? {}];
  return [...api.schemas.values()].flatMap(({ id, name, factory, schema }) => {
    const converter = converters[`${factory}Converter`];
    const make = fixtures[factory] as Factory<unknown> | undefined;
    if (converter === undefined || make === undefined) return [];
    const direction = id.endsWith(">request") ? "request" : "response";
    return {
      title: `${name} (${id})`,
      factory: make,
      validator: validators[name] as Validator<unknown>,
      converter,
      judge: (wire) => oracles[direction].judge(schema.pointer, wire).valid,
    };
  });
}
