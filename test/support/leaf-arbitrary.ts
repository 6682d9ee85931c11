/** Arbitrary sketches of schemas that hold no others. */
import fc, { type Arbitrary } from "fast-check";
import type { NumberRules, Rules, Sketch } from "./sketch.js";

const patterns: readonly string[] = [
  ...["^[a-z]+$", "^a", "b$", "^[A-Z]{2,4}-\\d{3}$", "^(x|yy|zzz)$", "[0-9]", "^$", "^\\S+$", "^\\w{1,5}$"],
  ...["^(ab)*$", "^\\p{L}+$", "^.{2,3}$", "^[\\u{1F600}-\\u{1F64F}]{2}$", "^a|b$", "/", "^[^/]+/$"],
];

const formats: readonly string[] = [
  ...["date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference"],
  ...["uuid", "byte", "json-pointer", "regex", "password"],
];

/** Absent, but for one time in as many and one more. */
export const seldom = <T>(absent: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Absent half of the time. */
export const optional = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> => seldom(1, arbitrary);

/** A list of one or two limits in order, as the keywords `min…` and `max…`. */
export const counted = (what: string, max: number): Arbitrary<Rules> =>
  fc.record({ min: optional(fc.nat(max)), more: optional(fc.nat(max)) }).map(({ min, more }) => ({
    ...(min === undefined ? {} : { [`min${what}`]: min }),
    ...(more === undefined ? {} : { [`max${what}`]: (min ?? 0) + more }),
  }));

export const strings: Arbitrary<Sketch> = fc
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

export const numbers: Arbitrary<Sketch> = fc
  .record({
    kind: fc.constantFrom("number", "integer"),
    low: optional(bound),
    high: optional(bound),
    multipleOf: optional(fc.constantFrom(0.01, 0.1, 0.25, 0.3, 0.5, 1, 2, 7)),
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

export const enums: Arbitrary<Sketch> = fc
  .uniqueArray(fc.constantFrom<unknown>("a", "b", "c-d", "", 0, 1, -1.5, true, null, "ü", "`${x}"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((values) => ({ kind: "enum", values }));

export const constants: Arbitrary<Sketch> = fc
  .constantFrom<unknown>("a", "cat", "", 0, -0.5, true, null, "`${x}", [], ["a", 1], { id: 1, name: "a" })
  .map((value) => ({ kind: "const", value }));

/** Rules that each speak of one type, beside a list of types that may leave theirs out. */
export const typed: Arbitrary<Sketch> = fc
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

export const leaves: Arbitrary<Sketch> = fc.oneof(
  { weight: 4, arbitrary: strings },
  { weight: 3, arbitrary: numbers },
  { weight: 2, arbitrary: enums },
  { weight: 1, arbitrary: constants },
  { weight: 2, arbitrary: typed },
  { weight: 1, arbitrary: fc.constant<Sketch>({ kind: "boolean" }) },
  { weight: 1, arbitrary: fc.constant<Sketch>({ kind: "any" }) },
);
