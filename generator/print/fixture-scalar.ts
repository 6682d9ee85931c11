/** Prints the values of one JSON type that holds no others: enums, numbers and strings. */
import {
  type Code,
  type Import,
  code,
  join,
  literal,
  mentions,
  parameter,
  str,
  valueFrom,
} from "../code/code.js";
import type { Json } from "../json.js";
import { type PatternShape, type Shape, fit, lengthsOf, patternShape } from "../model/pattern-shape.js";
import {
  type NumberRules,
  type Pattern,
  type Schema,
  type SchemaTable,
  type StringRules,
  named,
} from "../model/schema.js";
import * as makers from "../runtime/fixture.js";
import * as formats from "../runtime/formats.js";
import { integerRange, knownFormats } from "./formats.js";

const runtime = (name: string): Import => valueFrom("runtime/fixture", name, `${name}Of`);

/** Thrown inside the printers where no value can be made; becomes a diagnostic at the schema's place. */
export class NoFixture extends Error {
  readonly schema: Schema;
  /** Whether there is no value at all, or just none that we know how to make. */
  readonly impossible: boolean;

  constructor(schema: Schema, message: string, impossible: boolean) {
    super(message);
    this.schema = schema;
    this.impossible = impossible;
  }
}

/** The seed that a maker is given. */
export const seed: Code = parameter("s");

/** A function from a seed to a value. */
export function maker(value: Code): Code {
  return mentions(value, "s") ? code`(s) => (${value})` : code`() => (${value})`;
}

/** Whether a constant keeps the rules for strings and numbers that stand beside it. */
export function fitsScalars({ string = {}, number = {} }: Schema, value: Json): boolean {
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Infinity, pattern, format } = string;
    const length = [...value].length;
    const check = knownFormats.get(format ?? "")?.check;
    return (
      length >= minLength &&
      length <= maxLength &&
      (pattern === undefined || new RegExp(pattern.source, pattern.flags).test(value)) &&
      (check === undefined || formats[check](value))
    );
  }
  if (typeof value !== "number") return true;
  const {
    minimum = -Infinity,
    maximum = Infinity,
    exclusiveMinimum = -Infinity,
    exclusiveMaximum = Infinity,
  } = number;
  const step = number.multipleOf ?? 0;
  const whole = step === 0 || Number.isInteger(Number((value / step).toPrecision(15)));
  return (
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum && whole
  );
}

/** Whether a schema for names allows this one; only what can be told from its own rules counts. */
export function allowsText(schema: Schema, text: string, table: SchemaTable): boolean {
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  const typed = schema.types?.includes("string") ?? true;
  const listed = schema.enum?.includes(text) ?? true;
  const branches = [schema.anyOf, schema.oneOf].every(
    (list) => list?.some((each) => allowsText(each, text, table)) ?? true,
  );
  return (
    !schema.never &&
    typed &&
    listed &&
    branches &&
    fitsScalars(schema, text) &&
    parts.every((each) => allowsText(each, text, table))
  );
}

export function printEnum(schema: Schema, all: readonly Json[], at: Code): Code {
  const values = all.filter((each) => fitsScalars(schema, each));
  const shown = values.some((each) => each !== null) ? values.filter((each) => each !== null) : values;
  if (shown.length === 0) throw new NoFixture(schema, "enum allows no value", true);
  if (shown.length === 1) return literal(shown[0] as Json);
  if (shown.every((each) => typeof each !== "object" || each === null))
    return code`${runtime("pick")}(${at}, ${literal(shown)})`;
  const makers = shown.map((each) => maker(literal(each)));
  return code`${runtime("choose")}(${at}, [${join(makers, ", ")}])`;
}

export function printNumber(schema: Schema, rules: NumberRules, whole: boolean, at: Code): Code {
  const step = rules.multipleOf ?? (whole ? 1 : undefined);
  const range = integerRange(rules.format);
  const low = Math.max(
    rules.minimum ?? -Infinity,
    rules.exclusiveMinimum ?? -Infinity,
    range?.[0] ?? -Infinity,
  );
  const high = Math.min(
    rules.maximum ?? Infinity,
    rules.exclusiveMaximum ?? Infinity,
    range?.[1] ?? Infinity,
  );
  const opensLow = rules.exclusiveMinimum === low;
  const opensHigh = rules.exclusiveMaximum === high;
  const none = new NoFixture(
    schema,
    `no ${whole ? "integer" : "number"} lies between ${low} and ${high}`,
    true,
  );
  if (step === undefined) {
    if (low > high || (low === high && (opensLow || opensHigh))) throw none;
    if (low === high) return literal(low);
    const [from, to] = opensHigh && high <= 0 ? [Math.max(low, high - 1000), high] : window(low, high, 1000);
    return code`${runtime("decimal")}(${at}, ${literal(from)}, ${literal(to)})`;
  }
  if (whole && !Number.isInteger(step))
    throw new NoFixture(schema, `integers that are multiples of ${step}`, false);
  const first = Math.ceil(low / step) + (opensLow && Number.isInteger(low / step) ? 1 : 0);
  const last = Math.floor(high / step) - (opensHigh && Number.isInteger(high / step) ? 1 : 0);
  if (first > last) throw none;
  const [from, to] = window(first, last, 1000);
  const value = code`${runtime("integer")}(${at}, ${literal(from)}, ${literal(to)})`;
  if (step === 1) return value;
  // Dividing by a whole number rounds once; multiplying by a decimal fraction would round twice.
  return Number.isInteger(1 / step)
    ? code`${value} / ${literal(1 / step)}`
    : code`${value} * ${literal(step)}`;
}

/** A readable part of a range: near its finite end, or from 0 where it has none or lies around it. */
function window(low: number, high: number, width: number): readonly [number, number] {
  const from =
    low > -Infinity && (low >= 0 || high <= 0)
      ? low
      : high < 0
        ? Math.max(low, high - width)
        : Math.max(low, 0);
  return [from, Math.min(high, from + width)];
}

export function printString(schema: Schema, rules: StringRules, at: Code): Code {
  const { minLength = 0, maxLength = Infinity, pattern, format } = rules;
  if (minLength > maxLength)
    throw new NoFixture(schema, `minLength ${minLength} is above maxLength ${maxLength}`, true);
  if (pattern === undefined) return printFormat(schema, format, minLength, maxLength, at);
  const found = patternShape(pattern);
  if (found === undefined) throw new NoFixture(schema, `strings that match ${pattern.source}`, false);
  if (knownFormats.get(format ?? "")?.check !== undefined)
    return printBoth(schema, pattern, minLength, maxLength, at);
  const room = { min: minLength, max: Math.max(minLength, Math.min(maxLength, 4096)) };
  const shape =
    fit(bounded(found.shape), room) ?? fit(found.shape, room) ?? padTo(found, minLength, maxLength);
  if (shape === undefined)
    throw new NoFixture(
      schema,
      `${found.anchored ? "no match" : "a match"} of ${pattern.source} is ${minLength} to ${maxLength} characters long`,
      found.anchored,
    );
  return printShape(shape, at);
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

/** A pattern that is open at an end may have letters there; no more of them than are needed. */
function padTo({ shape, openStart, openEnd }: PatternShape, min: number, max: number): Shape | undefined {
  const letters: Shape = { kind: "chars", alphabet: "abcdefghij", min: 0, max: Infinity };
  if (!openStart && !openEnd) return undefined;
  const parts = openEnd ? [shape, letters] : [letters, shape];
  return fit({ kind: "sequence", parts }, { min, max: Math.min(max, Math.max(min, lengthsOf(shape).min)) });
}

/** A sample of the format, when it is certain to match the pattern as well. */
function printBoth(schema: Schema, pattern: Pattern, min: number, max: number, at: Code): Code {
  const { format = "" } = schema.string ?? {};
  const expression = new RegExp(pattern.source, pattern.flags);
  const samples = samplesOf(format);
  if (samples.length > 0 && samples.every((each) => expression.test(each)))
    return printFormat(schema, format, min, max, at);
  throw new NoFixture(schema, `strings of the format ${format} that match ${pattern.source}`, false);
}

/** Some samples of a format that has a maker of its own. */
function samplesOf(format: string): readonly string[] {
  const sample = knownFormats.get(format)?.sample;
  return sample === undefined
    ? []
    : Array.from({ length: 100 }, (_, i) => makers[sample](makers.at(i, format)));
}

function printShape(shape: Shape, at: Code): Code {
  switch (shape.kind) {
    case "text":
      return str(shape.text);
    case "chars": {
      const lengths =
        shape.min === shape.max ? [literal(shape.min)] : [literal(shape.min), literal(shape.max)];
      return code`${runtime("chars")}(${join([at, str(shape.alphabet), ...lengths], ", ")})`;
    }
    case "sequence": {
      const parts = joinTexts(shape.parts);
      const random = parts.filter((each) => each.kind !== "text").length;
      if (parts.length === 0) return str("");
      return join(
        parts.map((each, i) =>
          printShape(each, random > 1 ? code`${runtime("at")}(${at}, ${literal(i)})` : at),
        ),
        " + ",
      );
    }
    case "choice":
      if (shape.options.every((each) => each.kind === "text"))
        return code`${runtime("pick")}(${at}, ${literal(shape.options.map((each) => each.text))})`;
      return code`${runtime("choose")}(${at}, [${join(
        shape.options.map((each) => maker(printShape(each, seed))),
        ", ",
      )}])`;
    case "repeat":
      return code`${runtime("repeat")}(${at}, ${literal(shape.min)}, ${literal(shape.max)}, ${maker(printShape(shape.part, seed))})`;
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

const lowercase = "abcdefghijklmnopqrstuvwxyz";

/** Formats whose samples can be made as long as wanted: a fixed head and tail around letters. */
const stretchable: ReadonlyMap<string, readonly [head: string, tail: string]> = new Map([
  ["email", ["", "@example.com"]],
  ["hostname", ["", ".example.com"]],
  ["uri", ["https://example.com/", ""]],
  ["uri-reference", ["/", ""]],
  ["json-pointer", ["/", ""]],
  ["regex", ["", ""]],
]);

function printFormat(schema: Schema, format: string | undefined, min: number, max: number, at: Code): Code {
  const none = new NoFixture(schema, `no ${format} is ${min} to ${max} characters long`, true);
  if (format === "byte") {
    const groups = Math.max(Math.ceil(min / 4), Math.min(4, Math.floor(max / 4)));
    if (groups * 4 > max) throw none;
    return code`${runtime("chars")}(${at}, ${str(lowercase)}, ${literal(groups * 4)})`;
  }
  if (format === "duration") return code`"P" + ${runtime("integer")}(${at}, 1, 30) + "D"`;
  const around = stretchable.get(format ?? "");
  if (around !== undefined) {
    const fixed = around[0].length + around[1].length;
    const length = Math.max(min - fixed, Math.min(8, max - fixed));
    if (length < 1) throw none;
    const letters = code`${runtime("chars")}(${at}, ${str(lowercase)}, ${literal(length)})`;
    return join(
      [...(around[0] ? [str(around[0])] : []), letters, ...(around[1] ? [str(around[1])] : [])],
      " + ",
    );
  }
  const sample = knownFormats.get(format ?? "")?.sample;
  if (sample !== undefined) {
    const fits = samplesOf(format ?? "").every((each) => each.length >= min && each.length <= max);
    if (!fits) throw none;
    return code`${runtime(sample)}(${at})`;
  }
  if (max === 0) return str("");
  const lengths =
    min <= 1 && max >= 40 ? [] : [literal(Math.max(min, 1)), literal(Math.min(max, Math.max(min, 40)))];
  return code`${runtime("words")}(${join([at, ...lengths], ", ")})`;
}
