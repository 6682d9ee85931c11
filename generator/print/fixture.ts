/** Prints a schema as a fixture: an expression of the runtime's makers that gives a valid value for every seed. */
import { type Code, type Import, code, join, key, literal, str, valueFrom } from "../code/code.js";
import type { Report } from "../diagnostics.js";
import {
  type JsonType,
  type NamedSchema,
  type Property,
  type Schema,
  type SchemaId,
  type SchemaTable,
  isNull,
  isPureRef,
  named,
} from "../model/schema.js";
import { anything, pureBranches, withPatterns, withTag } from "./branches.js";
import { excludes, madeExclusive } from "./exclusion.js";
import { attempt, expander, firstThatFits } from "./expand.js";
import {
  NoFixture,
  allowsText,
  fitsScalars,
  maker,
  printEnum,
  printNumber,
  printString,
  seed,
} from "./fixture-scalar.js";
import { neverEnds, recursionOf } from "./recursion.js";
import { factoryValue } from "./symbols.js";

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

export interface FixturePrinter {
  /** The function that makes a named schema's value; undefined when a diagnostic says why there is none. */
  readonly print: (id: SchemaId) => Code | undefined;
  /** Whether a named schema has a fixture. */
  readonly has: (id: SchemaId) => boolean;
}

export function fixturePrinter(table: SchemaTable, report: Report): FixturePrinter {
  const recursive = recursionOf(table);
  const expand = expander(table, recursive);
  const printed = new Map<SchemaId, Code>();
  const failed = new Map<SchemaId, NoFixture>();
  /** The calls between fixtures of one recursion that could not be left out. */
  const kept = new Map<SchemaId, SchemaId[]>();
  let owner: SchemaId = "";

  const printAll = (): void => {
    // A schema without a value can leave others without one, which the next round finds out.
    for (let before = -1; before < failed.size;) {
      before = failed.size;
      kept.clear();
      for (const each of table.values()) if (!failed.has(each.id)) printNamed(each);
      for (const { id, name, schema } of table.values())
        if (!failed.has(id) && neverEnds(kept, id))
          failed.set(
            id,
            new NoFixture(schema, `every value of ${name} would contain another one, without end`, true),
          );
    }
    for (const { schema, message, impossible } of failed.values())
      report(impossible ? "fixture-impossible" : "fixture-unsupported", schema.pointer, message);
  };

  const printNamed = ({ id, schema }: NamedSchema): void => {
    owner = id;
    try {
      const value = printValue(schema, { seed, open: new Set([id]), optional: false });
      if (value === undefined) throw new NoFixture(schema, "the schema allows no value", true);
      printed.set(id, maker(value));
    } catch (cause) {
      if (!(cause instanceof NoFixture)) throw cause;
      failed.set(id, cause);
    }
  };

  /** The value, or undefined where it can only be left out. */
  const printValue = (schema: Schema, place: Place): Code | undefined => {
    if (isPureRef(schema)) return printRef(schema.ref, place);
    const branches = pureBranches(schema);
    if (branches !== undefined) return printChoice(schema, branches, place);
    const opened = new Set(place.open);
    const whole = expand(schema, opened, place.optional);
    return whole && printWhole(whole, { ...place, open: opened });
  };

  const printRef = (ref: SchemaId, place: Place): Code | undefined => {
    const reason = failed.get(ref);
    if (reason !== undefined) throw new NoFixture(reason.schema, reason.message, reason.impossible);
    if (recursive(owner, ref)) {
      if (place.optional) return undefined;
      kept.set(owner, [...(kept.get(owner) ?? []), ref]);
    }
    return code`${factoryValue(named(table, ref))}.make(${place.seed})`;
  };

  /** The value, or undefined where there is none or where it can be left out. */
  const printOptional = (schema: Schema, place: Place): Code | undefined =>
    attempt(() => printValue(schema, place));

  const printChoice = (schema: Schema, branches: readonly Schema[], place: Place): Code | undefined => {
    const wanted = branches.filter((each) => !isNull(each) && !each.never);
    const tagged = wanted.map((branch) => withTag(schema, branch, branches.indexOf(branch)));
    const inner = { ...place, seed: tagged.length > 1 ? seed : place.seed };
    const exclusive = schema.oneOf !== undefined && schema.discriminator === undefined;
    const print = (branch: Schema, at: Place): Code | undefined =>
      exclusive
        ? printExclusive(
            branch,
            branches.filter((each) => each !== branch),
            at,
          )
        : printValue(branch, at);
    const ending = tagged.flatMap((each) => attempt(() => print(each, { ...inner, optional: true })) ?? []);
    const nothing = branches.find(isNull);
    if (ending.length === 0 && nothing !== undefined) {
      const only = branches.every((each) => each === nothing || excludes(each, nothing, table));
      if (!exclusive || only) return code`null`;
    }
    if (ending.length === 0 && place.optional) return undefined;
    const values = ending.length > 0 ? ending : [firstThatFits(tagged, (each) => print(each, inner))];
    const [first] = values;
    if (first === undefined)
      throw new NoFixture(schema, "no alternative has a value that we can make", false);
    if (tagged.length === 1) return first;
    const makers = (values as Code[]).map(maker);
    return code`${runtime("choose")}(${place.seed}, [${join(makers, ", ")}])`;
  };

  /** A value that fits one branch of `oneOf` and no other. */
  const printExclusive = (branch: Schema, others: readonly Schema[], place: Place): Code | undefined => {
    if (others.every((each) => excludes(each, branch, table))) return printValue(branch, place);
    const opened = new Set(place.open);
    const expanded = expand(branch, opened, place.optional);
    const whole = expanded && madeExclusive(expanded, others, table);
    if (expanded !== undefined && whole === undefined)
      throw new NoFixture(branch, "values that fit exactly one alternative of oneOf", false);
    return whole && printWhole(whole, { ...place, open: opened });
  };

  const printWhole = (schema: Schema, place: Place): Code | undefined => {
    if (schema.never) return undefined;
    if (schema.enum !== undefined) return printEnum(schema, schema.enum, place.seed);
    const type = preferredType(schema);
    if (type === "null" || !schema.types?.includes("null")) return printTyped(schema, type, place);
    // Null ends what would go on without end, and stands in where nothing else is possible.
    return (
      attempt(() => printTyped(schema, type, { ...place, optional: true })) ??
      (place.optional ? undefined : code`null`)
    );
  };

  const printTyped = (schema: Schema, type: JsonType, place: Place): Code | undefined => {
    switch (type) {
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
    if (minItems > maxItems)
      throw new NoFixture(schema, `minItems ${minItems} is above maxItems ${maxItems}`, true);
    if (prefixItems.length > 0) return printTuple(schema, place);
    if (maxItems === 0) return code`[]`;
    const count = Math.max(minItems, Math.min(uniqueItems ? 1 : 2, maxItems));
    const item = items ?? anything(schema);
    if (uniqueItems && count > 1) return printDistinct(schema, item, count, place);
    const made = (minItems === 0 ? printOptional : printValue)(item, {
      seed,
      open: place.open,
      optional: minItems === 0 || place.optional,
    });
    if (made === undefined) return minItems === 0 ? code`[]` : undefined;
    return code`${runtime("list")}(${place.seed}, ${literal(count)}, ${maker(made)})`;
  };

  /** As many items as can be made; those after `minItems` may be left out. */
  const printTuple = (schema: Schema, place: Place): Code | undefined => {
    const {
      prefixItems = [],
      items = anything(schema),
      minItems = 0,
      maxItems = Infinity,
    } = schema.array ?? {};
    const made: Code[] = [];
    for (let i = 0; i < Math.min(Math.max(prefixItems.length, minItems), maxItems); i++) {
      const at = { ...place, seed: code`${runtime("at")}(${place.seed}, ${literal(i)})` };
      const item = prefixItems[i] ?? items;
      const value = i < minItems ? printValue(item, at) : printOptional(item, { ...at, optional: true });
      if (value === undefined && i < minItems) return undefined;
      if (value === undefined) break;
      made.push(value);
    }
    return code`[${join(made, ", ")}]`;
  };

  /** Items that differ by construction: members of an enum, numbers in a row, or long enough random strings. */
  const printDistinct = (schema: Schema, item: Schema, count: number, place: Place): Code | undefined => {
    const whole = expand(item, new Set(place.open), place.optional);
    if (whole?.enum !== undefined) {
      const values = whole.enum.filter((each) => fitsScalars(whole, each));
      if (values.length < count)
        throw new NoFixture(schema, `minItems asks for ${count} different items of ${values.length}`, true);
      return literal(values.slice(0, count));
    }
    const { format, pattern, minLength = 0, maxLength = Infinity } = whole?.string ?? {};
    const plain =
      whole?.types?.includes("string") && format === undefined && pattern === undefined && maxLength >= 12;
    if (plain) {
      const text = code`${runtime("chars")}(${seed}, "abcdefghijklmnopqrstuvwxyz", ${literal(Math.max(12, minLength))})`;
      return code`${runtime("list")}(${place.seed}, ${literal(count)}, ${maker(text)})`;
    }
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
    for (const declared of properties) {
      const property = withPatterns(declared, schema);
      if (propertyNames !== undefined && !allowsText(propertyNames, property.name, table)) {
        if (!property.required) continue;
        throw new NoFixture(schema, `propertyNames forbids the required property ${property.name}`, true);
      }
      const optional = !property.required || place.optional;
      if (property.schema.never && property.required)
        throw new NoFixture(schema, `the property ${property.name} is required and forbidden`, true);
      const print = property.required ? printValue : printOptional;
      const value = print(property.schema, { ...place, seed: seedOf(property.name), optional });
      if (value !== undefined) members.push({ property, value });
      else if (property.required) return undefined;
    }
    const needed = members.filter(({ property }) => property.required).length;
    if (needed > maxProperties)
      throw new NoFixture(
        schema,
        `maxProperties ${maxProperties} is below the number of required properties`,
        true,
      );
    let room = maxProperties - needed;
    const shown = members.filter(({ property }) => property.required || room-- > 0);
    const lines = shown.map(({ property, value }) => code`${key(property.name)}: ${value}`);
    const missing = minProperties - lines.length;
    const open = properties.length === 0 && additionalProperties !== undefined && !additionalProperties.never;
    const wanted = Math.min(maxProperties - lines.length, Math.max(missing, open ? 1 : 0));
    if (missing > 0 && additionalProperties?.never)
      throw new NoFixture(schema, `minProperties ${minProperties} is above the number of properties`, true);
    const declared = new Set(properties.map((each) => each.name));
    const free = Array.from({ length: declared.size + Math.max(wanted, 0) }, (_, i) => `key${i + 1}`).filter(
      (each) => !declared.has(each),
    );
    if (propertyNames !== undefined && wanted > 1)
      throw new NoFixture(schema, "several properties whose names keep to propertyNames", false);
    for (let i = 0; i < wanted; i++) {
      const name =
        propertyNames === undefined
          ? str(`key${i + 1}`)
          : printValue(propertyNames, { ...place, seed: seedOf(`name${i + 1}`), optional: false });
      const print = missing > 0 ? printValue : printOptional;
      const value = print(additionalProperties ?? anything(schema), {
        ...place,
        seed: seedOf(free[i] as string),
        optional: missing <= 0,
      });
      if (name !== undefined && value !== undefined)
        lines.push(
          propertyNames === undefined ? code`${key(free[i] as string)}: ${value}` : code`[${name}]: ${value}`,
        );
      else if (missing > 0) return undefined;
    }
    return code`{ ${join(lines, ", ")} }`;
  };

  printAll();
  return { print: (id) => (failed.has(id) ? undefined : printed.get(id)), has: (id) => !failed.has(id) };
}

/** The type to show: the first that is not null; without types, the one that the rules speak of. */
function preferredType(schema: Schema): JsonType {
  if (schema.types !== undefined) return schema.types.find((each) => each !== "null") ?? "null";
  if (schema.object !== undefined) return "object";
  if (schema.array !== undefined) return "array";
  return schema.number === undefined || schema.string !== undefined ? "string" : "number";
}
