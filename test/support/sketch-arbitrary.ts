/** Arbitrary sketches of schemas, of the kinds that the generator knows. */
import fc, { type Arbitrary } from "fast-check";
import type { NumberRules, ObjectSketch, Rules, Sketch } from "./sketch.js";

/** Names of properties: plain ones, names that every object inherits, and what no identifier can be. */
export const propertyNames: readonly string[] = [
  ...["id", "name", "kind", "size", "tags", "next", "children"],
  ...["constructor", "toString", "length", "value", "issues", "x", "default"],
  ...["a-b", "a_b", "a b", "0", "", "ключ", "x]", "'\"`${}"],
];

const patterns: readonly string[] = [
  ...["^[a-z]+$", "^a", "b$", "^[A-Z]{2,4}-\\d{3}$", "^(x|yy|zzz)$", "[0-9]", "^$", "^\\S+$", "^\\w{1,5}$"],
  ...["^(ab)*$", "^\\p{L}+$", "^.{2,3}$", "^[\\u{1F600}-\\u{1F64F}]{2}$", "^a|b$", "/", "^[^/]+/$"],
];

const formats: readonly string[] = [
  ...["date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference"],
  ...["uuid", "byte", "json-pointer", "regex", "password"],
];

/** A list of one or two limits in order, as the keywords `min…` and `max…`. */
const counted = (what: string, max: number): Arbitrary<Rules> =>
  fc.record({ min: optional(fc.nat(max)), more: optional(fc.nat(max)) }).map(({ min, more }) => ({
    ...(min === undefined ? {} : { [`min${what}`]: min }),
    ...(more === undefined ? {} : { [`max${what}`]: (min ?? 0) + more }),
  }));

const optional = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });

/** Absent, but for one time in as many and one more. */
const seldom = <T>(absent: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const strings: Arbitrary<Sketch> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant<Rules>({}) },
    { weight: 3, arbitrary: counted("Length", 12) },
    { weight: 3, arbitrary: fc.constantFrom(...patterns).map((pattern): Rules => ({ pattern })) },
    { weight: 3, arbitrary: fc.constantFrom(...formats).map((format): Rules => ({ format })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...patterns), counted("Length", 6))
        .map(([pattern, rules]): Rules => ({ pattern, ...rules })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...formats), counted("Length", 40))
        .map(([format, rules]): Rules => ({ format, ...rules })),
    },
  )
  .map((rules) => ({ kind: "string", rules }));

const bound = fc.record({
  value: fc.constantFrom(-1000, -1, -0.5, 0, 0.25, 1, 3, 10, 1e6),
  exclusive: fc.boolean(),
});

const numbers: Arbitrary<Sketch> = fc
  .record({
    kind: fc.constantFrom("number", "integer"),
    low: optional(bound),
    high: optional(bound),
    multipleOf: optional(fc.constantFrom(0.01, 0.5, 1, 2, 7)),
    format: optional(fc.constantFrom("int32", "int64")),
  })
  .map(({ kind, low, high, multipleOf, format }) => {
    const [from, to] = low && high && low.value > high.value ? [high, low] : [low, high];
    const rules: NumberRules = {
      ...(from === undefined ? {} : { low: from }),
      ...(to === undefined ? {} : { high: to }),
      ...(multipleOf === undefined ? {} : { multipleOf }),
      ...(format === undefined || kind === "number" ? {} : { format }),
    };
    return { kind: kind as "number" | "integer", rules };
  });

const enums: Arbitrary<Sketch> = fc
  .uniqueArray(fc.constantFrom<unknown>("a", "b", "c-d", "", 0, 1, -1.5, true, null, "ü", "`${x}"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((values) => ({ kind: "enum", values }));

/** Rules that each speak of one type, beside a list of types that may leave theirs out. */
const typed: Arbitrary<Sketch> = fc
  .record({
    types: fc.uniqueArray(
      fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object"),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    rules: fc.record(
      {
        minLength: fc.nat(5),
        pattern: fc.constantFrom(...patterns),
        maximum: fc.constantFrom(-1, 0, 10),
        maxItems: fc.nat(3),
        items: fc.constant({ type: "string" }),
        required: fc.constant(["id"]),
        maxProperties: fc.integer({ min: 1, max: 3 }),
        enum: fc.constant(["a", 1, null, "", 0.5]),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ types, rules }) => ({ kind: "typed", types, rules }));

const leaves: Arbitrary<Sketch> = fc.oneof(
  { weight: 4, arbitrary: strings },
  { weight: 3, arbitrary: numbers },
  { weight: 2, arbitrary: enums },
  { weight: 2, arbitrary: typed },
  { weight: 1, arbitrary: fc.constant<Sketch>({ kind: "boolean" }) },
  { weight: 1, arbitrary: fc.constant<Sketch>({ kind: "any" }) },
);

function objects(schemas: Arbitrary<Sketch>): Arbitrary<ObjectSketch> {
  const property = fc.record({
    name: fc.constantFrom(...propertyNames),
    required: fc.boolean(),
    mark: seldom(9, fc.constantFrom("readOnly" as const, "writeOnly" as const)),
    schema: schemas,
  });
  return fc
    .record({
      properties: fc.uniqueArray(property, { maxLength: 4, selector: (each) => each.name }),
      required: fc.oneof(
        { weight: 8, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom("other", "toString").map((each) => [each]) },
      ),
      rest: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 2, arbitrary: fc.constant(false as const) },
        { weight: 2, arbitrary: schemas },
      ),
      rules: fc.oneof(
        { weight: 8, arbitrary: fc.constant<Rules>({}) },
        { weight: 1, arbitrary: counted("Properties", 3) },
      ),
      patterns: seldom(
        6,
        fc
          .tuple(fc.constantFrom("^a", "e$", "^[a-z]+$", "\\s"), schemas)
          .map(([pattern, schema]) => [{ pattern, schema }]),
      ),
      names: seldom(
        12,
        fc.constantFrom<Rules>(
          { pattern: "^[a-z]" },
          { maxLength: 8 },
          { minLength: 2 },
          { enum: ["id", "name", "kind"] },
        ),
      ),
    })
    .map(({ properties, rest, patterns, names, ...others }) => ({
      kind: "object" as const,
      ...others,
      ...(rest === undefined ? {} : { rest }),
      ...(patterns === undefined ? {} : { patterns }),
      ...(names === undefined ? {} : { names }),
      properties: properties.map(({ mark, ...each }) => (mark === undefined ? each : { ...each, mark })),
    }));
}

/** Schemas that refer to each other by the given names, nested `depth` deep. */
export function sketches(names: readonly string[], depth: number): Arbitrary<Sketch> {
  const refs = fc.constantFrom(...names).map((name): Sketch => ({ kind: "ref", name }));
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: leaves }, { weight: 1, arbitrary: refs });
  const inner = sketches(names, depth - 1);
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 });
  const tags = fc.uniqueArray(fc.constantFrom("cat", "dog", "a b", "`"), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: leaves },
    { weight: 5, arbitrary: objects(inner) },
    {
      weight: 3,
      arbitrary: fc.tuple(inner, counted("Items", 3), fc.boolean()).map(([items, rules, unique]): Sketch => ({
        kind: "array",
        items,
        rules: unique ? { ...rules, uniqueItems: true } : rules,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.boolean())
        .map(([heads, closed]): Sketch => ({ kind: "tuple", heads, closed })),
    },
    { weight: 2, arbitrary: inner.map((each): Sketch => ({ kind: "nullable", inner: each })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("allOf" as const, "anyOf" as const, "oneOf" as const), branches)
        .map(([kind, all]): Sketch => ({ kind, branches: all })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tags, fc.array(objects(inner), { minLength: 3, maxLength: 3 }))
        .map(([all, list]): Sketch => ({
          kind: "tagged",
          property: "kind",
          branches: all.map((tag, i) => ({ tag, object: list[i] as ObjectSketch })),
        })),
    },
    { weight: 2, arbitrary: refs },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), objects(inner))
        .map(([name, by]): Sketch => ({ kind: "refined", name, by })),
    },
  );
}
