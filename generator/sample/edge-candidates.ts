/** Values at the edges of what a schema allows. */
import type { Json, JsonObject } from "../json.js";
import { isArray, isObject } from "../json.js";
import { numberRange } from "../model/formats.js";
import { fit, lengthsOf, patternShape } from "../model/pattern-shape.js";
import type { Schema, StringRules } from "../model/schema.js";
import type { Candidate } from "./case.js";
import { evaluate } from "./evaluate.js";
import { seeds } from "./seeds.js";
import { shapeSample } from "./string-sample.js";

/** Members of an enum that are edges: all but where they are so many that nobody would read them. */
const mostMembers = 200;
/** Characters of a text that is an edge. */
const longestText = 1000;

export function* edgeCandidates(schema: Schema, value: Json | undefined): Iterable<Candidate> {
  const { types = [], enum: values, array, object } = schema;
  if (values !== undefined) {
    yield* values.slice(0, mostMembers).map((each) => ({ label: "enum", value: each }));
    return;
  }
  const speaks = (type: "string" | "number"): boolean => schema.types === undefined && type in schema;
  if (types.includes("string") || speaks("string")) yield* stringEdges(schema.string ?? {});
  if (types.includes("integer") || types.includes("number") || speaks("number")) yield* numberEdges(schema);
  if (types.includes("null")) yield { label: "null", value: null };
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (branches.some((each) => each.types?.includes("null"))) yield { label: "null", value: null };
  for (const branch of branches) if (branch.ref === undefined) yield* edgeCandidates(branch, value);
  if (array !== undefined && isArray(value)) {
    yield { label: "minItems", value: value.slice(0, array.minItems ?? 0) };
    const { maxItems = Infinity } = array;
    const [item] = value;
    if (maxItems <= 20 && item !== undefined && maxItems > value.length)
      yield {
        label: "maxItems",
        value: [...value, ...Array.from({ length: maxItems - value.length }, () => item)],
      };
  }
  if (object !== undefined && isObject(value))
    yield { label: "required", value: onlyRequired(schema, value) };
}

function onlyRequired({ object }: Schema, value: JsonObject): JsonObject {
  const required = new Set(object?.properties.flatMap((each) => (each.required ? [each.name] : [])));
  return Object.fromEntries(Object.entries(value).filter(([name]) => required.has(name)));
}

/** The shortest and the longest strings. */
function* stringEdges(rules: StringRules): Iterable<Candidate> {
  const { minLength = 0, maxLength, pattern, format } = rules;
  if (pattern === undefined && format === undefined) {
    if (minLength <= longestText) yield { label: "minLength", value: "a".repeat(minLength) };
    if (maxLength !== undefined && maxLength <= longestText)
      yield { label: "maxLength", value: "a".repeat(maxLength) };
  }
  const found = pattern && patternShape(pattern);
  if (found === undefined) return;
  const lengths = lengthsOf(found.shape);
  const shortest = Math.max(lengths.min, minLength);
  const longest = Math.min(lengths.max, maxLength ?? Infinity);
  if (shortest >= longest) return;
  for (const [label, length] of [
    ["minLength", shortest],
    ["maxLength", longest],
  ] as const) {
    const shape = length > 200 ? undefined : fit(found.shape, { min: length, max: length });
    if (shape === undefined) continue;
    yield { label, value: evaluate(shapeSample(shape), seeds(1)[0] as number, neverNamed) };
  }
}

const neverNamed = (): never => {
  throw new Error("bug: the shape of a pattern refers to no schema");
};

function* numberEdges({ number = {}, types }: Schema): Iterable<Candidate> {
  const whole = types?.includes("integer") === true && !types.includes("number");
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = number;
  const step = multipleOf ?? (whole ? 1 : 0.5);
  const { min, max } = rangeOf(format);
  for (const low of [minimum, exclusiveMinimum === undefined ? min : exclusiveMinimum + step])
    if (low !== undefined) yield { label: "minimum", value: low };
  for (const high of [maximum, exclusiveMaximum === undefined ? max : exclusiveMaximum - step])
    if (high !== undefined) yield { label: "maximum", value: high };
  if (minimum === undefined && exclusiveMinimum === undefined) yield { label: "zero", value: 0 };
}

/** The limits of a format, as far as a double tells them from their neighbours. */
function rangeOf(format: string | undefined): { readonly min?: number; readonly max?: number } {
  const { min = NaN, max = NaN } = numberRange(format) ?? {};
  return {
    ...(Number.isSafeInteger(min) ? { min } : {}),
    ...(Number.isSafeInteger(max) ? { max } : {}),
  };
}
