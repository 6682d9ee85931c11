/** Samples of strings: by pattern, by format, by the name of their property, or a few words. */
import { type StringFormat, knownFormats } from "../model/formats.js";
import { type Alternative, type Shape, fit, lengthsOf, patternShape } from "../model/pattern-shape.js";
import type { Pattern, Schema, StringRules } from "../model/schema.js";
import { NoSample, type Sample, constant, make } from "./sample.js";

const lowercase = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

/** Numbers that North America keeps for fiction, in the form of E.164. */
const phone: Sample = { kind: "text", parts: [constant("+120255501"), make("chars", digits, 2)] };

/** More characters than this make no fixture that anyone would read. */
const most = 100_000;

/** No sample is made longer than this that need not be, nor are more characters written down. */
const usual = 4096;

/** Samples of strings that keep lengths, and the pattern or the format, in order of preference. */
export function* stringSamples(schema: Schema, rules: StringRules, hint: string): Iterable<Sample> {
  const { minLength: min = 0, maxLength: max = Infinity, pattern } = rules;
  const format = rules.format ?? schema.annotations.format;
  if (min > max) throw new NoSample(schema, `minLength ${min} is above maxLength ${max}`, true);
  if (min > most) throw tooLong(schema, min);
  if (pattern === undefined) {
    if (rules.format === undefined) yield* likely(hint, schema.annotations.format, min, max);
    yield formatSample(schema, rules.format, min, max);
    if (min === 0) yield constant("");
    return;
  }
  if (isPhonePattern(pattern) && min <= 12 && max >= 12) yield phone;
  if (format !== undefined) yield* fitting(() => formatSample(schema, format, min, max));
  yield patternSample(schema, pattern, min, max);
}

/** What a string without rules of its own is likely to be. */
function* likely(hint: string, format: string | undefined, min: number, max: number): Iterable<Sample> {
  const schema: Schema = { pointer: "", annotations: {} };
  const wanted = format ?? formatOfName(hint);
  if (wanted === "phone") {
    if (min <= 12 && max >= 12) yield phone;
  } else if (wanted !== undefined && isMade(wanted))
    yield* fitting(() => formatSample(schema, wanted, min, max));
  if (format !== undefined) return;
  const values = valuesOfName(hint).filter((each) => each.length >= min && each.length <= max);
  if (values.length > 1) yield { kind: "pick", values };
  if (isNamed(hint, "id|uid|key|token|hash|secret") && max >= 8)
    yield make("chars", "0123456789abcdef", Math.max(min, Math.min(max, 16)));
}

/** Whether a name ends in one of some words. */
const isNamed = (name: string, words: string): boolean =>
  new RegExp(`(^|[^a-z])(${words})$`, "i").test(spaced(name));

function formatOfName(name: string): string | undefined {
  if (isNamed(name, "url|href|link|website|homepage")) return "uri";
  if (isNamed(name, "email|mail")) return "email";
  if (isNamed(name, "phone|phone number|mobile")) return "phone";
  return undefined;
}

/** A few values that a property of a common name is likely to have. */
const valuesOfName = (name: string): readonly string[] =>
  commonNames.find(([words]) => isNamed(name, words))?.[1] ?? [];

const commonNames: readonly (readonly [words: string, values: readonly string[]])[] = [
  ["version", ["1.0", "1.4", "2.0", "2.3"]],
  ["country|country code|iso country", ["US", "CA", "DE", "JP"]],
  ["currency|currency code", ["USD", "CAD", "EUR", "JPY"]],
  ["locale|language|lang", ["en", "fr", "de", "ja"]],
  ["time zone|timezone", ["America/New_York", "Europe/Berlin", "Asia/Tokyo"]],
  ["city", ["Springfield", "Fairview", "Riverside", "Centerville"]],
  ["first name|given name", ["Alex", "Kim", "Robin", "Sam"]],
  ["last name|family name|surname", ["Miller", "Park", "Rivera", "Stone"]],
];

const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");

function* fitting(work: () => Sample): Iterable<Sample> {
  try {
    yield work();
  } catch (cause) {
    if (!(cause instanceof NoSample)) throw cause;
  }
}

const isPhonePattern = ({ source, flags }: Pattern): boolean =>
  /^\^\(?\\?\+/.test(source) &&
  ["+12025550100", "+12025550199"].every((each) => new RegExp(source, flags).test(each));

const tooLong = (schema: Schema, length: number): NoSample =>
  new NoSample(schema, `a text of at least ${length} characters, which is too long to show`, false);

function patternSample(schema: Schema, pattern: Pattern, min: number, max: number): Sample {
  const found = patternShape(pattern);
  if (found === undefined) throw new NoSample(schema, `strings that match ${pattern.source}`, false);
  const shortest = Math.max(min, lengthsOf(found.shape).min);
  if (shortest <= max && (shortest > most || spelledOut(found.shape) > usual))
    throw tooLong(schema, shortest);
  const room = { min, max: Math.min(max, Math.max(shortest, usual)) };
  const shape =
    fit(bounded(found.shape), room) ??
    fit(found.shape, room) ??
    first(found.alternatives, (each) => padTo(each, min, max));
  if (shape === undefined)
    throw new NoSample(
      schema,
      `${found.anchored ? "no match" : "a match"} of ${pattern.source} is ${min} to ${max} characters long`,
      found.anchored && found.exact,
    );
  return shapeSample(shape);
}

/** How many characters stand in a fixture of a shape, at least: repeated ones are counted, not written. */
function spelledOut(shape: Shape): number {
  switch (shape.kind) {
    case "text":
      return shape.text.length;
    case "chars":
      return 1;
    case "sequence":
      return shape.parts.reduce((sum, each) => sum + spelledOut(each), 0);
    case "choice":
      return Math.min(...shape.options.map(spelledOut));
    case "repeat":
      return shape.min * spelledOut(shape.part);
  }
}

/** Open ends closed early, so that samples stay short. */
function bounded(shape: Shape): Shape {
  switch (shape.kind) {
    case "text":
      return shape;
    case "chars":
      return { ...shape, max: Math.min(shape.max, shape.min + 8) };
    case "sequence":
      return { ...shape, parts: shape.parts.map(bounded) };
    case "choice":
      return { ...shape, options: shape.options.map(bounded) };
    case "repeat":
      return { ...shape, part: bounded(shape.part), max: Math.min(shape.max, shape.min + 2) };
  }
}

function first<T, R>(all: readonly T[], work: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const result = work(each);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** A pattern that is open at an end may have letters there; no more of them than are needed. */
function padTo({ shape, openStart, openEnd }: Alternative, min: number, max: number): Shape | undefined {
  const letters: Shape = { kind: "chars", alphabet: "abcdefghij", min: 0, max: Infinity };
  if (!openStart && !openEnd) return undefined;
  const parts = openEnd ? [shape, letters] : [letters, shape];
  return fit({ kind: "sequence", parts }, { min, max: Math.min(max, Math.max(min, lengthsOf(shape).min)) });
}

export function shapeSample(shape: Shape): Sample {
  switch (shape.kind) {
    case "text":
      return constant(shape.text);
    case "chars":
      if (shape.min === shape.max && shape.alphabet.length === 1 && shape.min <= usual)
        return constant(shape.alphabet.repeat(shape.min));
      return shape.min === shape.max
        ? make("chars", shape.alphabet, shape.min)
        : make("chars", shape.alphabet, shape.min, shape.max);
    case "sequence": {
      const parts = joinTexts(shape.parts);
      const [only, ...more] = parts;
      if (only === undefined) return constant("");
      return more.length === 0 ? shapeSample(only) : { kind: "text", parts: parts.map(shapeSample) };
    }
    case "choice":
      return shape.options.every((each) => each.kind === "text")
        ? { kind: "pick", values: shape.options.map((each) => each.text) }
        : { kind: "choose", options: shape.options.map(shapeSample) };
    case "repeat":
      return { kind: "repeat", part: shapeSample(shape.part), min: shape.min, max: shape.max };
  }
}

/** The parts that have any characters, neighbouring texts as one. */
function joinTexts(parts: readonly Shape[]): readonly Shape[] {
  return parts.reduce<Shape[]>((all, part) => {
    const last = all.at(-1);
    if (lengthsOf(part).max === 0) return all;
    if (part.kind !== "text" || last?.kind !== "text") return [...all, part];
    return [...all.slice(0, -1), { kind: "text", text: last.text + part.text }];
  }, []);
}

/** Formats whose samples can be made as long as wanted: a fixed head and tail around letters. */
const stretchable: ReadonlyMap<string, readonly [head: string, tail: string]> = new Map([
  ["char", ["", ""]],
  ["email", ["", "@example.com"]],
  ["hostname", ["", ".example.com"]],
  ["idn-email", ["", "@example.com"]],
  ["idn-hostname", ["", ".example.com"]],
  ["iri", ["https://example.com/", ""]],
  ["iri-reference", ["/", ""]],
  ["json-pointer", ["/", ""]],
  ["media-range", ["application/", ""]],
  ["regex", ["", ""]],
  ["relative-json-pointer", ["0/", ""]],
  ["sf-string", ['"', '"']],
  ["sf-token", ["", ""]],
  ["uri", ["https://example.com/", ""]],
  ["uri-reference", ["/", ""]],
  ["uri-template", ["https://example.com/", "/{id}"]],
]);

/** Whether we make samples of a format. */
const isMade = (format: string): boolean =>
  stretchable.has(format) ||
  fewValues.has(format) ||
  knownFormats.get(format)?.sample !== undefined ||
  ["base64url", "byte", "duration"].includes(format);

/** Formats of which a few values stand for all. */
const fewValues: ReadonlyMap<string, readonly string[]> = new Map([
  ["date-time-local", ["2024-01-15T09:30:00", "2024-02-01T17:45:00"]],
  ["decimal", ["12.50", "0.75", "100"]],
  ["decimal128", ["12.50", "0.75", "100"]],
  ["http-date", ["Mon, 15 Jan 2024 09:30:00 GMT", "Thu, 01 Feb 2024 17:45:00 GMT"]],
  ["sf-binary", [":aGVsbG8=:", ":d29ybGQ=:"]],
  ["sf-boolean", ["?0", "?1"]],
  ["sf-decimal", ["12.5", "0.75"]],
  ["sf-integer", ["1", "42"]],
  ["time-local", ["09:30:00", "17:45:00"]],
]);

function formatSample(schema: Schema, format: StringFormat | undefined, min: number, max: number): Sample {
  if (typeof format === "object") return { kind: "own", format };
  if (format === "byte" || format === "base64url") {
    const groups = Math.max(Math.ceil(min / 4), Math.min(4, Math.floor(max / 4)));
    if (groups * 4 > max) throw noLength(schema, format, min, max);
    return make("chars", lowercase, groups * 4);
  }
  if (format === "char" && min <= 1 && max >= 1) return make("chars", lowercase, 1);
  if (format === "duration")
    return { kind: "text", parts: [constant("P"), make("chars", "123456789", 1), constant("D")] };
  const values = fewValues.get(format ?? "");
  if (values !== undefined) return { kind: "pick", values };
  const around = stretchable.get(format ?? "");
  if (format !== undefined && around !== undefined) return stretched(schema, format, around, min, max);
  const sample = knownFormats.get(format ?? "")?.sample;
  if (sample !== undefined) return make(sample);
  if (max === 0) return constant("");
  return min <= 1 && max >= 40
    ? make("words")
    : make("words", Math.max(min, 1), Math.min(max, Math.max(min, 40)));
}

/** The lengths of the runtime's slugs. */
const shortestSlug = 9;
const longestSlug = 15;

function stretched(
  schema: Schema,
  format: string,
  [head, tail]: readonly [string, string],
  min: number,
  max: number,
): Sample {
  const fixed = head.length + tail.length;
  const length = Math.max(min - fixed, Math.min(8, max - fixed));
  if (length < 1 || (tail.startsWith(".") && length > 63)) throw noLength(schema, format, min, max);
  const readable =
    !["", '"'].includes(head + tail) && min - fixed <= shortestSlug && max - fixed >= longestSlug;
  const letters = readable ? make("slug") : make("chars", lowercase, length);
  const parts = [...(head ? [constant(head)] : []), letters, ...(tail ? [constant(tail)] : [])];
  return parts.length === 1 ? letters : { kind: "text", parts };
}

const noLength = (schema: Schema, format: string, min: number, max: number): NoSample =>
  new NoSample(schema, `a ${format} that is ${min} to ${max} characters long`, false);
