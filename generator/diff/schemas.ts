/** What differs between two schemas, for values that go in one direction. */
import { type Json, sameJson } from "../json.js";
import { type TypeSet, allowedTypes } from "../model/allowed-types.js";
import { rulesText } from "../model/rules-text.js";
import { type Schema, type SchemaTable, isNull, isPureRef, named } from "../model/schema.js";
import type { DiffCode, Direction } from "./rules.js";

/** Is told of a difference: where both schemas are, and what of the value is meant. */
export type Tell = (code: DiffCode, detail: string, at: Compared, direction: Direction) => void;

/** Two schemas that stand for the same value. */
export interface Compared {
  readonly before: Schema;
  readonly after: Schema;
  /** The name of the schema and the steps into its value: `Pet.owner.name`. */
  readonly subject: string;
}

export interface Comparer {
  readonly compare: (at: Compared, direction: Direction) => void;
  /** Whether the schema at a pointer of the first description has been compared. */
  readonly isKnown: (pointer: string) => boolean;
}

export function schemaComparer(before: SchemaTable, after: SchemaTable, tell: Tell): Comparer {
  const seen = new Set<string>();
  const known = new Set<string>();

  const compare = (given: Compared, direction: Direction): void => {
    const at = followed(given);
    const key = `${at.before.pointer} ${at.after.pointer} ${direction}`;
    if (seen.has(key)) return;
    seen.add(key);
    known.add(at.before.pointer);
    const say = (code: DiffCode, detail: string, place: Compared = at): void =>
      tell(code, detail, place, direction);
    compareTypes(at, say);
    compareValues(at, say);
    compareRules(at, say);
    compareBranches(at, say, direction);
    compareObjects(at, say, direction);
    compareItems(at, direction);
    compareNotes(at, say);
  };

  /** A schema with a name is the subject of all that is inside of it. */
  const followed = ({ before: a, after: b, subject }: Compared): Compared => {
    const [x, y] = [
      isPureRef(a) ? named(before, a.ref) : undefined,
      isPureRef(b) ? named(after, b.ref) : undefined,
    ];
    if (x === undefined && y === undefined) return { before: a, after: b, subject };
    return followed({
      before: x?.schema ?? a,
      after: y?.schema ?? b,
      subject: y !== undefined && x !== undefined ? y.name : subject,
    });
  };

  type Say = (code: DiffCode, detail: string, place?: Compared) => void;

  const compareTypes = (at: Compared, say: Say): void => {
    const [a, b] = [allowedTypes(at.before, before), allowedTypes(at.after, after)];
    if (a.has("null") && !b.has("null")) say("null-removed", "null");
    if (!a.has("null") && b.has("null")) say("null-added", "null");
    const [old, now] = [withoutNull(a), withoutNull(b)];
    const removed = old.filter((each) => !now.includes(each));
    const added = now.filter((each) => !old.includes(each));
    if (old.length > 0 && removed.length === old.length)
      say("type-changed", `${old.join(" | ")} → ${now.join(" | ")}`);
    else if (removed.length > 0) say("type-narrowed", removed.join(" | "));
    else if (added.length > 0) say("type-widened", added.join(" | "));
  };

  const compareValues = (at: Compared, say: Say): void => {
    const [a, b] = [listed(at.before, before), listed(at.after, after)];
    if (a === undefined && b === undefined) return;
    if (a === undefined) return say("constraint-narrowed", `only ${shown(b ?? [])}`);
    if (b === undefined) return say("constraint-widened", `not only ${shown(a)}`);
    for (const each of b) if (!has(a, each)) say("enum-member-added", JSON.stringify(each));
    for (const each of a) if (!has(b, each)) say("enum-member-removed", JSON.stringify(each));
  };

  const compareRules = ({ before: a, after: b }: Compared, say: Say): void => {
    for (const [name, way] of limits) {
      const [old, now] = [limitOf(a, name), limitOf(b, name)];
      if (old === now) continue;
      const isNarrower = old === undefined || (now !== undefined && (now - old) * way > 0);
      say(isNarrower ? "constraint-narrowed" : "constraint-widened", change(name, old, now));
    }
    for (const name of exact) {
      const [old, now] = [ruleOf(a, name), ruleOf(b, name)];
      if (old === now) continue;
      const code =
        old === "none" ? "constraint-narrowed" : now === "none" ? "constraint-widened" : "constraint-changed";
      say(code, change(name, old, now));
    }
  };

  const compareBranches = (at: Compared, say: Say, direction: Direction): void => {
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const [a, b] = [branches(at.before[keyword], before), branches(at.after[keyword], after)];
      if (a.size === 0 || b.size === 0) continue;
      for (const [name, schema] of a) {
        const other = b.get(name);
        if (other === undefined) say("alternative-removed", name);
        else compare({ before: schema, after: other, subject: at.subject }, direction);
      }
      for (const name of b.keys()) if (!a.has(name)) say("alternative-added", name);
    }
  };

  const compareObjects = (at: Compared, say: Say, direction: Direction): void => {
    const [a, b] = [propertiesOf(at.before, before), propertiesOf(at.after, after)];
    const place = (name: string): string => `${at.subject}.${name}`;
    for (const [name, { required, schema }] of a) {
      const other = b.get(name);
      if (other === undefined) {
        say("property-removed", name, { ...at, before: schema, subject: place(name) });
        continue;
      }
      const both = { before: schema, after: other.schema, subject: place(name) };
      if (required && !other.required) say("property-optional", name, both);
      if (!required && other.required) say("property-required", name, both);
      compare(both, direction);
    }
    for (const [name, { required, schema }] of b)
      if (!a.has(name))
        say(required ? "property-added-required" : "property-added", name, {
          ...at,
          after: schema,
          subject: place(name),
        });
    const [wasClosed, isClosed] = [isClosedObject(at.before), isClosedObject(at.after)];
    if (!wasClosed && isClosed) say("properties-closed", "additionalProperties");
    if (wasClosed && !isClosed) say("properties-opened", "additionalProperties");
    const [old, now] = [at.before.object?.additionalProperties, at.after.object?.additionalProperties];
    if (old !== undefined && now !== undefined && !wasClosed && !isClosed)
      compare({ before: old, after: now, subject: place("*") }, direction);
  };

  const compareItems = ({ before: a, after: b, subject }: Compared, direction: Direction): void => {
    const [old, now] = [a.array?.items, b.array?.items];
    if (old !== undefined && now !== undefined)
      compare({ before: old, after: now, subject: `${subject}[]` }, direction);
    const [first, then] = [a.array?.prefixItems ?? [], b.array?.prefixItems ?? []];
    first.forEach((each, i) => {
      const other = then[i];
      if (other !== undefined)
        compare({ before: each, after: other, subject: `${subject}[${i}]` }, direction);
    });
  };

  const compareNotes = ({ before: a, after: b }: Compared, say: Say): void => {
    if (!a.annotations.deprecated && b.annotations.deprecated) say("deprecated", "deprecated: true");
    for (const key of ["title", "description", "default", "format", "examples"] as const)
      if (JSON.stringify(a.annotations[key]) !== JSON.stringify(b.annotations[key])) say("docs-changed", key);
  };

  return { compare, isKnown: (pointer) => known.has(pointer) };
}

const withoutNull = (types: TypeSet): readonly string[] => {
  const names = [...types].filter((each) => each !== "null");
  // An integer is a number, and said only where it is alone.
  return names.includes("number") ? names.filter((each) => each !== "integer") : names;
};

const has = (list: readonly Json[], value: Json): boolean => list.some((each) => sameJson(each, value));
const shown = (list: readonly Json[]): string => list.map((each) => JSON.stringify(each)).join(", ");
const change = (name: string, old: unknown, now: unknown): string => `${name}: ${text(old)} → ${text(now)}`;
const text = (value: unknown): string => (value === undefined ? "none" : String(value));

/** The rules with a limit, and the way in which it allows less. */
const limits = [
  ...(["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"] as const).map(
    (each) => [each, 1] as const,
  ),
  ...(["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"] as const).map(
    (each) => [each, -1] as const,
  ),
] as const;
type Limit = (typeof limits)[number][0];

function limitOf(schema: Schema, name: Limit): number | undefined {
  const rules: Partial<Record<Limit, number>> = { ...schema.string, ...schema.number, ...counts(schema) };
  return rules[name];
}

const counts = ({ array, object }: Schema): Partial<Record<Limit, number>> => ({
  ...(array?.minItems === undefined ? {} : { minItems: array.minItems }),
  ...(array?.maxItems === undefined ? {} : { maxItems: array.maxItems }),
  ...(object?.minProperties === undefined ? {} : { minProperties: object.minProperties }),
  ...(object?.maxProperties === undefined ? {} : { maxProperties: object.maxProperties }),
});

/** Rules that are there or not, or are others: of these nobody can say which allows less. */
const exact = [
  "pattern",
  "format",
  "multipleOf",
  "uniqueItems",
  "not",
  "if",
  "contains",
  "propertyNames",
] as const;

function ruleOf(schema: Schema, name: (typeof exact)[number]): string {
  const { string, number, array, object, not, conditional } = schema;
  const values: Readonly<Record<(typeof exact)[number], unknown>> = {
    pattern: string?.pattern?.source,
    format: string?.format ?? number?.format,
    multipleOf: number?.multipleOf,
    uniqueItems: array?.uniqueItems,
    not: rules(not),
    if: rules(conditional),
    contains: rules(array?.contains),
    propertyNames: rules(object?.propertyNames),
  };
  return text(values[name]);
}

/** What a part of a schema asks for, where it is there. */
const rules = (part: object | undefined): string | undefined => part && rulesText(part);

function listed(schema: Schema, table: SchemaTable): readonly Json[] | undefined {
  return partsOf(schema, table)
    .find((each) => each.enum !== undefined)
    ?.enum?.filter((each) => each !== null);
}

/** The alternatives by what tells them from each other: the names of schemas, or what they say. */
function branches(list: readonly Schema[] | undefined, table: SchemaTable): ReadonlyMap<string, Schema> {
  const all = (list ?? []).filter((each) => !isNull(each));
  return new Map(all.map((each) => [branchName(each, table), each]));
}

function branchName(schema: Schema, table: SchemaTable): string {
  if (isPureRef(schema)) return named(table, schema.ref).name;
  return schema.annotations.title ?? schema.types?.join(" | ") ?? rulesText(schema);
}

interface Member {
  readonly required: boolean;
  readonly schema: Schema;
}

/** The properties that a schema and what stands beside it describe. */
function propertiesOf(schema: Schema, table: SchemaTable): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  for (const { object } of partsOf(schema, table))
    for (const { name, required, schema: each, undeclared } of object?.properties ?? []) {
      const known = found.get(name);
      found.set(name, {
        required: required || known?.required === true,
        schema: undeclared === true && known !== undefined ? known.schema : each,
      });
    }
  return found;
}

/** A schema, and those that apply to the very same value in any case. */
function partsOf(
  schema: Schema,
  table: SchemaTable,
  open: ReadonlySet<Schema> = new Set(),
): readonly Schema[] {
  if (open.has(schema)) return [];
  const inside = new Set([...open, schema]);
  const more = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  return [schema, ...more.flatMap((each) => partsOf(each, table, inside))];
}

const isClosedObject = ({ object }: Schema): boolean =>
  object?.additionalProperties?.never === true || object?.unevaluatedProperties?.never === true;
