/** Prints a schema as a fixture: an expression of the runtime's makers that gives a valid value for every seed. */
import { type Code, type Import, code, join, key, literal, str, valueFrom } from "../code/code.js";
import type { Report } from "../diagnostics.js";
import type { Json } from "../json.js";
import { type Shape, fit, patternShape } from "../model/pattern-shape.js";
import { Unmergeable, merge } from "../model/merge.js";
import {
  type JsonType,
  type NamedSchema,
  type NumberRules,
  type Property,
  type Schema,
  type SchemaId,
  type SchemaTable,
  type StringRules,
  isNull,
  isPureRef,
  named,
  refsOf,
} from "../model/schema.js";
import { knownFormats } from "./formats.js";
import { factoryValue } from "./symbols.js";
import { integerRange } from "./validator.js";

const runtime = (name: string): Import => valueFrom("runtime/fixture", name, `${name}Of`);

/** Where a value is needed. */
interface Place {
  /** The expression of its seed. */
  readonly seed: Code;
  /** Schemas that are being written out around it. */
  readonly open: ReadonlySet<SchemaId>;
  /** Whether the value may be left out instead, which ends a recursion. */
  readonly optional: boolean;
}

/** Thrown inside the printer where no fixture can be made; becomes a diagnostic at the schema's place. */
class NoFixture extends Error {
  readonly schema: Schema;
  readonly impossible: boolean;

  constructor(schema: Schema, message: string, impossible: boolean) {
    super(message);
    this.schema = schema;
    this.impossible = impossible;
  }
}

export interface FixturePrinter {
  /** The expression of a named schema's value at the seed `s`; undefined when a diagnostic says why there is none. */
  readonly print: (schema: NamedSchema) => Code | undefined;
}

export function fixturePrinter(table: SchemaTable, report: Report): FixturePrinter {
  const recursive = recursionOf(table);
  /** The calls between fixtures of one recursion that could not be left out. */
  const kept = new Map<SchemaId, SchemaId[]>();
  let owner: SchemaId;

  const print = (schema: NamedSchema): Code | undefined => {
    owner = schema.id;
    try {
      const value = printValue(schema.schema, { seed: code`s`, open: new Set([schema.id]), optional: false });
      if (value === undefined || neverEnds(kept, schema.id))
        throw new NoFixture(
          schema.schema,
          `every value of ${schema.name} would contain another one, without end`,
          true,
        );
      return value;
    } catch (cause) {
      if (!(cause instanceof NoFixture)) throw cause;
      report(
        cause.impossible ? "fixture-impossible" : "fixture-unsupported",
        cause.schema.pointer,
        cause.message,
      );
      return undefined;
    }
  };

  /** The value, or undefined where it can only be left out. */
  const printValue = (schema: Schema, place: Place): Code | undefined => {
    if (isPureRef(schema)) return printRef(schema.ref, place);
    const branches = pureBranches(schema);
    if (branches !== undefined) return printChoice(schema, branches, place);
    const opened = new Set(place.open);
    const whole = expand(schema, opened, place);
    return whole && printWhole(whole, { ...place, open: opened });
  };

  const printRef = (ref: SchemaId, place: Place): Code | undefined => {
    if (recursive(owner, ref)) {
      if (place.optional) return undefined;
      kept.set(owner, [...(kept.get(owner) ?? []), ref]);
    }
    return code`${factoryValue(named(table, ref))}.make(${place.seed})`;
  };

  const printChoice = (schema: Schema, branches: readonly Schema[], place: Place): Code | undefined => {
    const wanted = branches.filter((each) => !isNull(each) && !each.never);
    const tagged = wanted.map((branch) => withTag(schema, branch, branches.indexOf(branch)));
    const print = (optional: boolean): Code[] =>
      tagged.flatMap(
        (each) =>
          printValue(each, { ...place, optional, seed: tagged.length > 1 ? code`s` : place.seed }) ?? [],
      );
    let values = print(true);
    if (values.length === 0 && branches.some(isNull)) return code`null`;
    if (values.length === 0 && !place.optional) values = print(false).slice(0, 1);
    if (values.length === 0) return undefined;
    if (tagged.length === 1) return values[0];
    return code`${runtime("choose")}(${place.seed}, [${join(
      values.map((each) => code`(s) => (${each})`),
      ", ",
    )}])`;
  };

  /** One schema without references, `allOf` and branches; undefined where writing it out would never end. */
  const expand = (schema: Schema, opened: Set<SchemaId>, place: Place): Schema | undefined => {
    const { ref, allOf = [], anyOf, oneOf, discriminator, ...own } = schema;
    let whole: Schema | undefined = own;
    const add = (other: Schema): boolean => {
      const expanded = expand(other, opened, place);
      whole = expanded && whole && mergeAt(schema, whole, expanded);
      return whole !== undefined;
    };
    if (ref !== undefined) {
      if (opened.has(ref) && recursive(ref, ref)) {
        if (place.optional) return undefined;
        throw new NoFixture(schema, "the schema contains itself without end", true);
      }
      opened.add(ref);
      if (!add(named(table, ref).schema)) return undefined;
    }
    for (const each of allOf) if (!add(each)) return undefined;
    for (const branches of [anyOf, oneOf]) {
      if (branches === undefined) continue;
      const choices = branches
        .map((branch, i) => withTag(schema, branch, i))
        .sort((a, b) => Number(isNull(a)) - Number(isNull(b)));
      const chosen = firstThatFits(choices, (branch) => {
        const expanded = expand(branch, opened, place);
        return expanded && whole && merge(whole, expanded);
      });
      if (chosen === undefined) throw new NoFixture(schema, "no alternative fits the rules beside it", true);
      whole = chosen;
    }
    return whole;
  };

  const printWhole = (schema: Schema, place: Place): Code | undefined => {
    if (schema.never) return undefined;
    if (schema.enum !== undefined) return printEnum(schema, schema.enum, place.seed);
    switch (preferredType(schema)) {
      case "null":
        return code`null`;
      case "boolean":
        return code`${runtime("flag")}(${place.seed})`;
      case "integer":
        return printNumber(schema, schema.number ?? {}, true, place.seed);
      case "number":
        return printNumber(schema, schema.number ?? {}, false, place.seed);
      case "string":
        return printString(schema, schema.string ?? {}, place.seed);
      case "array":
        return printArray(schema, place);
      case "object":
        return printObject(schema, place);
    }
  };

  const printArray = (schema: Schema, place: Place): Code | undefined => {
    const { prefixItems = [], items, minItems = 0, maxItems = Infinity, uniqueItems } = schema.array ?? {};
    const at = (i: number): Place => ({
      ...place,
      seed: code`${runtime("at")}(${place.seed}, ${literal(i)})`,
    });
    if (minItems > maxItems)
      throw new NoFixture(schema, `minItems ${minItems} is above maxItems ${maxItems}`, true);
    if (prefixItems.length > 0) {
      const heads = prefixItems
        .slice(0, maxItems)
        .map((each, i) => printValue(each, { ...at(i), optional: false }));
      const more = Math.max(0, minItems - heads.length);
      const rest = Array.from({ length: more }, (_, i) =>
        printValue(items ?? anything(schema), at(heads.length + i)),
      );
      return heads.concat(rest).every((each) => each !== undefined)
        ? code`[${join(heads.concat(rest) as Code[], ", ")}]`
        : undefined;
    }
    if (maxItems === 0) return code`[]`;
    const count = Math.max(minItems, Math.min(uniqueItems ? 1 : 2, maxItems));
    const item = items ?? anything(schema);
    if (uniqueItems && count > 1) return printDistinct(schema, item, count, place);
    const made = printValue(item, {
      seed: code`s`,
      open: place.open,
      optional: minItems === 0 || place.optional,
    });
    if (made === undefined) return minItems === 0 ? code`[]` : undefined;
    return code`${runtime("list")}(${place.seed}, ${literal(count)}, (s) => (${made}))`;
  };

  /** Items that differ by construction: members of an enum, numbers in a row, or long enough random strings. */
  const printDistinct = (schema: Schema, item: Schema, count: number, place: Place): Code | undefined => {
    const whole = expand(item, new Set(place.open), place);
    if (whole?.enum !== undefined) {
      if (whole.enum.length < count)
        throw new NoFixture(
          schema,
          `minItems asks for ${count} different items of ${whole.enum.length}`,
          true,
        );
      return literal(whole.enum.slice(0, count));
    }
    if (whole?.types?.includes("string") && whole.string?.maxLength === undefined)
      return code`${runtime("list")}(${place.seed}, ${literal(count)}, (s) => (${printValue(item, { ...place, seed: code`s` }) as Code}))`;
    throw new NoFixture(schema, "several unique items of this kind", false);
  };

  const printObject = (schema: Schema, place: Place): Code | undefined => {
    const {
      properties = [],
      additionalProperties,
      propertyNames,
      minProperties = 0,
      maxProperties = Infinity,
    } = schema.object ?? {};
    const seedOf = (name: string): Code => code`${runtime("at")}(${place.seed}, ${str(name)})`;
    const members: { readonly property: Property; readonly value: Code }[] = [];
    for (const property of properties) {
      const optional = !property.required || place.optional;
      const value = property.schema.never
        ? undefined
        : printValue(property.schema, { ...place, seed: seedOf(property.name), optional });
      if (value !== undefined) members.push({ property, value });
      else if (property.required) {
        if (property.schema.never)
          throw new NoFixture(schema, `the property ${property.name} is required and forbidden`, true);
        return undefined;
      }
    }
    const shown = members.filter(({ property }, i) => property.required || i < maxProperties);
    const lines = shown.map(({ property, value }) => code`${key(property.name)}: ${value}`);
    const missing = minProperties - lines.length;
    const open = properties.length === 0 && additionalProperties !== undefined && !additionalProperties.never;
    const wanted = Math.min(maxProperties - lines.length, Math.max(missing, open ? 1 : 0));
    if (missing > 0 && additionalProperties?.never)
      throw new NoFixture(schema, `minProperties ${minProperties} is above the number of properties`, true);
    for (let i = 0; i < wanted; i++) {
      const name =
        propertyNames === undefined
          ? str(`key${i + 1}`)
          : printValue(propertyNames, { ...place, seed: seedOf(`name${i + 1}`), optional: false });
      const value = printValue(additionalProperties ?? anything(schema), {
        ...place,
        seed: seedOf(`key${i + 1}`),
        optional: missing <= 0,
      });
      if (name !== undefined && value !== undefined)
        lines.push(
          propertyNames === undefined ? code`${key(`key${i + 1}`)}: ${value}` : code`[${name}]: ${value}`,
        );
      else if (missing > 0) return undefined;
    }
    return code`{ ${join(lines, ", ")} }`;
  };

  return { print };
}

/** Whether one schema can be reached from another and leads back to it. */
function recursionOf(table: SchemaTable): (from: SchemaId, to: SchemaId) => boolean {
  const reachable = new Map<SchemaId, ReadonlySet<SchemaId>>();
  const reach = (start: SchemaId): ReadonlySet<SchemaId> => {
    const known = reachable.get(start);
    if (known !== undefined) return known;
    const seen = new Set<SchemaId>(refsOf(named(table, start).schema));
    for (const id of seen) for (const next of refsOf(named(table, id).schema)) seen.add(next);
    reachable.set(start, seen);
    return seen;
  };
  return (from, to) => reach(to).has(from);
}

function neverEnds(kept: ReadonlyMap<SchemaId, readonly SchemaId[]>, start: SchemaId): boolean {
  const seen = new Set(kept.get(start) ?? []);
  for (const id of seen) for (const next of kept.get(id) ?? []) seen.add(next);
  return seen.has(start);
}

/** The branches of a schema that is nothing but a list of alternatives. */
function pureBranches(schema: Schema): readonly Schema[] | undefined {
  const { anyOf, oneOf, pointer: _, annotations: __, discriminator: ___, ...rest } = schema;
  if (Object.values(rest).some((each) => each !== undefined) || (anyOf !== undefined && oneOf !== undefined))
    return undefined;
  return anyOf ?? oneOf;
}

/** A branch with the value that the discriminator chooses it by. */
function withTag(schema: Schema, branch: Schema, index: number): Schema {
  const tags = schema.discriminator?.tags[index];
  if (schema.discriminator === undefined || tags === undefined || tags.length === 0) return branch;
  const tag: Property = {
    name: schema.discriminator.property,
    required: true,
    schema: { pointer: branch.pointer, enum: tags, annotations: {} },
  };
  const tagged: Schema = {
    pointer: branch.pointer,
    object: { properties: [tag], patternProperties: [] },
    annotations: {},
  };
  return { pointer: branch.pointer, allOf: [branch, tagged], annotations: {} };
}

const anything = (schema: Schema): Schema => ({
  pointer: schema.pointer,
  types: ["string"],
  annotations: {},
});

function mergeAt(schema: Schema, a: Schema, b: Schema): Schema {
  try {
    return merge(a, b);
  } catch (cause) {
    if (cause instanceof Unmergeable) throw new NoFixture(schema, cause.message, cause.impossible);
    throw cause;
  }
}

function firstThatFits<T, R>(choices: readonly T[], attempt: (choice: T) => R | undefined): R | undefined {
  for (const each of choices) {
    try {
      const result = attempt(each);
      if (result !== undefined) return result;
    } catch (cause) {
      if (!(cause instanceof Unmergeable || cause instanceof NoFixture)) throw cause;
    }
  }
  return undefined;
}

/** The type to show: the first that is not null; without types, the one that the rules speak of. */
function preferredType(schema: Schema): JsonType {
  if (schema.types !== undefined) return schema.types.find((each) => each !== "null") ?? "null";
  if (schema.object !== undefined) return "object";
  if (schema.array !== undefined) return "array";
  return schema.number === undefined || schema.string !== undefined ? "string" : "number";
}

function printEnum(schema: Schema, values: readonly Json[], seed: Code): Code {
  const shown = values.some((each) => each !== null) ? values.filter((each) => each !== null) : values;
  if (shown.length === 0) throw new NoFixture(schema, "enum allows no value", true);
  return shown.length === 1
    ? literal(shown[0] as Json)
    : code`${runtime("pick")}(${seed}, ${literal(shown)})`;
}

function printNumber(schema: Schema, rules: NumberRules, whole: boolean, seed: Code): Code {
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
    const [from, to] = window(low, high, 1000);
    return code`${runtime("decimal")}(${seed}, ${literal(from)}, ${literal(to)})`;
  }
  if (whole && !Number.isInteger(step))
    throw new NoFixture(schema, `integers that are multiples of ${step}`, false);
  const first = Math.ceil(low / step) + (opensLow && Number.isInteger(low / step) ? 1 : 0);
  const last = Math.floor(high / step) - (opensHigh && Number.isInteger(high / step) ? 1 : 0);
  if (first > last) throw none;
  const [from, to] = window(first, last, 1000);
  const value = code`${runtime("integer")}(${seed}, ${literal(from)}, ${literal(to)})`;
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

function printString(schema: Schema, rules: StringRules, seed: Code): Code {
  const { minLength = 0, maxLength = Infinity, pattern, format } = rules;
  if (minLength > maxLength)
    throw new NoFixture(schema, `minLength ${minLength} is above maxLength ${maxLength}`, true);
  if (pattern === undefined) return printFormat(schema, format, minLength, maxLength, seed);
  const found = patternShape(pattern);
  if (found === undefined) throw new NoFixture(schema, `strings that match ${pattern.source}`, false);
  const room = Math.max(minLength, Math.min(maxLength, 4096));
  const shape =
    fit(bounded(found.shape), { min: minLength, max: room }) ??
    fit(found.shape, { min: minLength, max: room }) ??
    (found.anchored ? undefined : fit(padded(found.shape), { min: minLength, max: room }));
  if (shape === undefined)
    throw new NoFixture(
      schema,
      `no match of ${pattern.source} is ${minLength} to ${maxLength} characters long`,
      true,
    );
  return printShape(shape, seed);
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

/** A pattern that is not anchored may stand anywhere: letters can follow it. */
const padded = (shape: Shape): Shape => ({
  kind: "sequence",
  parts: [shape, { kind: "chars", alphabet: "abcdefghij", min: 0, max: Infinity }],
});

function printShape(shape: Shape, seed: Code): Code {
  switch (shape.kind) {
    case "text":
      return str(shape.text);
    case "chars": {
      const lengths =
        shape.min === shape.max ? [literal(shape.min)] : [literal(shape.min), literal(shape.max)];
      return code`${runtime("chars")}(${join([seed, str(shape.alphabet), ...lengths], ", ")})`;
    }
    case "sequence": {
      const parts = shape.parts.filter((each) => !(each.kind === "chars" && each.max === 0));
      const random = parts.filter((each) => each.kind !== "text").length;
      if (parts.length === 0) return str("");
      return join(
        parts.map((each, i) =>
          printShape(each, random > 1 ? code`${runtime("at")}(${seed}, ${literal(i)})` : seed),
        ),
        " + ",
      );
    }
    case "choice":
      if (shape.options.every((each) => each.kind === "text"))
        return code`${runtime("pick")}(${seed}, ${literal(shape.options.map((each) => each.text))})`;
      return code`${runtime("choose")}(${seed}, [${join(
        shape.options.map((each) => code`(s) => ${printShape(each, code`s`)}`),
        ", ",
      )}])`;
    case "repeat":
      return code`${runtime("repeat")}(${seed}, ${literal(shape.min)}, ${literal(shape.max)}, (s) => ${printShape(shape.part, code`s`)})`;
  }
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

function printFormat(schema: Schema, format: string | undefined, min: number, max: number, seed: Code): Code {
  const none = new NoFixture(schema, `no ${format} is ${min} to ${max} characters long`, true);
  if (format === "byte") {
    const groups = Math.max(Math.ceil(min / 4), Math.min(4, Math.floor(max / 4)));
    if (groups * 4 > max) throw none;
    return code`${runtime("chars")}(${seed}, ${str(lowercase)}, ${literal(groups * 4)})`;
  }
  if (format === "duration") return code`"P" + ${runtime("integer")}(${seed}, 1, 30) + "D"`;
  const around = stretchable.get(format ?? "");
  if (around !== undefined) {
    const fixed = around[0].length + around[1].length;
    const length = Math.max(min - fixed, Math.min(8, max - fixed));
    if (length < 1) throw none;
    const letters = code`${runtime("chars")}(${seed}, ${str(lowercase)}, ${literal(length)})`;
    return join(
      [...(around[0] ? [str(around[0])] : []), letters, ...(around[1] ? [str(around[1])] : [])],
      " + ",
    );
  }
  const sample = knownFormats.get(format ?? "")?.sample;
  if (sample !== undefined) return code`${runtime(sample)}(${seed})`;
  if (max === 0) return str("");
  const lengths =
    min <= 1 && max >= 40 ? [] : [literal(Math.max(min, 1)), literal(Math.min(max, Math.max(min, 40)))];
  return code`${runtime("words")}(${join([seed, ...lengths], ", ")})`;
}
