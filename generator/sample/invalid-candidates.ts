/** For each rule of a schema, values that might break it and nothing else, likely ones first. */
import type { Json, JsonObject } from "../json.js";
import { isArray, isObject } from "../json.js";
import { numberRange } from "../model/formats.js";
import type { ArrayRules, NumberRules, ObjectRules, Schema, StringRules } from "../model/schema.js";
import type { Candidate } from "./case.js";

const oneOfEach: readonly Json[] = [0, "invalid", true, null, [], {}];

export function* invalidCandidates(schema: Schema, value: Json | undefined): Iterable<Candidate> {
  const listed = schema.constant ? "const" : "enum";
  if (schema.never) yield* oneOfEach.map((each) => ({ label: "never", value: each }));
  if (schema.types !== undefined) yield* oneOfEach.map((each) => ({ label: "type", value: each }));
  if (schema.enum !== undefined)
    yield* ["invalid", 0, null, {}].map((each) => ({ label: listed, value: each as Json }));
  if (schema.string !== undefined) yield* ofString(schema.string, value);
  if (schema.number !== undefined) yield* ofNumber(schema.number);
  if (schema.array !== undefined) yield* ofArray(schema.array, value);
  if (schema.object !== undefined) yield* ofObject(schema.object, value);
  // Where types tell the branches apart, what is wrong is the type.
  for (const keyword of ["anyOf", "oneOf"] as const)
    if (schema[keyword] !== undefined)
      for (const label of [keyword, "type"]) yield* oneOfEach.map((each) => ({ label, value: each }));
  if (schema.not !== undefined) yield* valuesOf(schema.not).map((each) => ({ label: "not", value: each }));
  if (schema.discriminator !== undefined)
    yield { label: "discriminator", value: "unknown", below: [schema.discriminator.property] };
}

/** Values that a schema is likely to allow. */
const valuesOf = ({ enum: values = [], annotations }: Schema): readonly Json[] => [
  ...values,
  ...(annotations.examples ?? []),
  ...oneOfEach,
];

/** Lengths above this are left alone: nobody would read a text that long, and it may not even fit into memory. */
const longest = 1000;

const unlessLong = (length: number | undefined): number | undefined =>
  length !== undefined && length > longest ? undefined : length;

function* ofString(rules: StringRules, value: Json | undefined): Iterable<Candidate> {
  const { pattern, format } = rules;
  const [minLength, maxLength] = [unlessLong(rules.minLength), unlessLong(rules.maxLength)];
  const text = typeof value === "string" ? value : "";
  if (minLength !== undefined && minLength > 0)
    for (const fill of ["a", "0", "A"])
      for (const short of [text.slice(0, minLength - 1), fill.repeat(minLength - 1)])
        yield { label: "minLength", value: short };
  if (maxLength !== undefined)
    for (const fill of ["a", "0", "A"])
      for (const long of [fill.repeat(maxLength + 1), text.padEnd(maxLength + 1, fill)])
        yield { label: "maxLength", value: long };
  const wrong = [
    "",
    "!",
    "invalid",
    " ",
    "0",
    "a".repeat(minLength ?? 0),
    "!".repeat(minLength ?? 1),
    `${text}!`,
  ];
  if (pattern !== undefined)
    yield* [...wrong, text.slice(1)].map((each) => ({ label: "pattern", value: each }));
  if (format !== undefined)
    yield* [...wrong, "%", "(", "not valid", "://", `${text} `].map((each) => ({
      label: "format",
      value: each,
    }));
}

function* ofNumber(rules: NumberRules): Iterable<Candidate> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = rules;
  const step = multipleOf ?? 1;
  if (minimum !== undefined)
    yield* [minimum - 1, minimum - step, minimum - 0.5].map((value) => ({ label: "minimum", value }));
  if (maximum !== undefined)
    yield* [maximum + 1, maximum + step, maximum + 0.5].map((value) => ({ label: "maximum", value }));
  if (exclusiveMinimum !== undefined)
    yield* [exclusiveMinimum, exclusiveMinimum - 1].map((value) => ({ label: "exclusiveMinimum", value }));
  if (exclusiveMaximum !== undefined)
    yield* [exclusiveMaximum, exclusiveMaximum + 1].map((value) => ({ label: "exclusiveMaximum", value }));
  if (multipleOf !== undefined) {
    const from = minimum ?? exclusiveMinimum ?? 0;
    yield* [1, 0.5, 0.001].map((part) => ({ label: "multipleOf", value: from + part }));
    yield* [1, 0.5].map((part) => ({
      label: "multipleOf",
      value: (maximum ?? exclusiveMaximum ?? 0) - part,
    }));
  }
  const range = numberRange(format);
  if (range !== undefined)
    yield* [range.max + 1, range.max * 2, range.min - 1, 0.5].map((value) => ({ label: "format", value }));
}

function* ofArray(rules: ArrayRules, value: Json | undefined): Iterable<Candidate> {
  const { minItems = 0, maxItems, uniqueItems, contains, items } = rules;
  const list = isArray(value) ? value : [];
  if (minItems > 0) yield { label: "minItems", value: list.slice(0, minItems - 1) };
  if (maxItems !== undefined && maxItems < 100 && !items?.never) {
    const fill = list.at(-1) ?? 0;
    const more = Array.from({ length: Math.max(0, maxItems + 1 - list.length) }, (_, i) =>
      uniqueItems ? i : fill,
    );
    yield { label: "maxItems", value: [...list, ...more] };
  }
  if (uniqueItems) {
    const [first = 0] = list;
    yield* [
      [first, first],
      [...list.slice(0, -1), first],
      [...list, first],
      [0, 0],
    ].map((each) => ({ label: "uniqueItems", value: each }));
  }
  if (contains !== undefined) {
    const label = contains.min === 1 ? "contains" : "minContains";
    for (const each of [[], ...oneOfEach.map((item) => [item]), list.slice(0, -1)])
      yield { label, value: each };
    if (contains.max !== undefined && contains.max < 50)
      for (const item of [...list, ...valuesOf(contains.schema)])
        yield { label: "maxContains", value: Array.from({ length: contains.max + 1 }, () => item) };
  }
  if (rules.unevaluatedItems?.never) yield { label: "unevaluatedItems", value: 0, below: [list.length] };
  if (items?.never) yield { label: "never", value: 0, below: [list.length] };
}

function* ofObject(rules: ObjectRules, value: Json | undefined): Iterable<Candidate> {
  const object: JsonObject = isObject(value) ? value : {};
  for (const { name, required } of rules.properties)
    if (required) yield { label: "required", value: undefined, below: [name] };
  for (const [label, rule] of [
    ["additionalProperties", rules.additionalProperties],
    ["unevaluatedProperties", rules.unevaluatedProperties],
  ] as const)
    if (rule?.never)
      yield { label, value: 0, below: ["unexpected" in object ? "unexpected0" : "unexpected"] };
  if (rules.propertyNames !== undefined) yield* badNames(object);
  if ((rules.minProperties ?? 0) > 0) yield { label: "minProperties", value: {} };
  if (rules.maxProperties !== undefined && rules.maxProperties < 50) {
    const [fill = 0] = Object.values(object);
    const more = Array.from({ length: rules.maxProperties + 1 }, (_, i) => [`more${i}`, fill]);
    yield { label: "maxProperties", value: { ...(Object.fromEntries(more) as JsonObject), ...object } };
  }
  for (const { name: trigger, required } of rules.dependentRequired ?? [])
    for (const name of required) {
      yield { label: "dependentRequired", value: undefined, below: [name] };
      const others = Object.entries(object).filter(([each]) => each !== name);
      for (const fill of [...Object.values(object), ...oneOfEach])
        yield {
          label: "dependentRequired",
          value: Object.fromEntries([...others, [trigger, fill]]) as JsonObject,
          shows: [name],
        };
    }
}

/** Names that `propertyNames` is likely to forbid. */
function* badNames(object: JsonObject): Iterable<Candidate> {
  const [value = 0] = Object.values(object);
  for (const name of ["invalid name!", "0", "A", "a", "x".repeat(100)])
    yield { label: "propertyNames", value, below: [name] };
}
