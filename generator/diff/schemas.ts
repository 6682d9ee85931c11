/** What differs between two schemas, for values that go in one direction. */
import { type Json, sameJson } from "../json.js";
import { type TypeSet, allowedTypes, isOpen } from "../model/allowed-types.js";
import { type Schema, type SchemaTable, childSchemas, isPureRef, named } from "../model/schema.js";
import { changesOfNotes } from "./notes.js";
import type { DiffCode, Direction } from "./rules.js";
import {
  alternatives,
  appliedTo,
  branchNames,
  branches,
  isClosed,
  isUnion,
  itemsOf,
  listed,
  otherProperties,
  partsOf,
  propertiesOf,
  withoutNullBranch,
} from "./schema-parts.js";
import { compareRules } from "./schema-rules.js";

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

/** Of two schemas: what differs, by rule, place within the value and detail, and what of it differs in schemas that apply. */
interface Told {
  readonly differences: Set<string>;
  readonly applied: Set<string>;
}

export function schemaComparer(before: SchemaTable, after: SchemaTable, tell: Tell): Comparer {
  const seen = new Map<string, Told>();
  const known = new Set<string>();

  /** Gives what differs between the two, as it stands in `Told`. */
  const compare = (given: Compared, direction: Direction): readonly string[] => {
    const at = followed(given);
    const key = `${at.before.pointer} ${at.after.pointer} ${direction}`;
    const earlier = seen.get(key);
    const told = earlier ?? { differences: new Set(), applied: new Set() };
    seen.set(key, told);
    if (earlier === undefined) for (const each of differencesOfApplied(at, direction)) told.applied.add(each);
    const tellNew = (what: string, code: DiffCode, detail: string, place: Compared): void => {
      if (!told.applied.has(what)) tell(code, detail, place, direction);
    };
    const ofNull: string[] = [];
    // An alternative to null stands around a schema, which may be known already.
    const outside = isPureRef(given.before) && isPureRef(given.after) ? at : given;
    compareNullness(given, (code, detail) => {
      ofNull.push(`${code}  ${detail}`);
      tellNew(`${code}  ${detail}`, code, detail, outside);
    });
    // What stands beside references is said of this value alone.
    if (isPureRef(given.before) && isPureRef(given.after))
      compareNotes(given, (code, detail) => tell(code, detail, given, direction));
    const say = (code: DiffCode, detail: string, place: Compared = at): void => {
      const what = `${code} ${place.subject.slice(at.subject.length)} ${detail}`;
      told.differences.add(what);
      tellNew(what, code, detail, place);
    };
    if (earlier === undefined) compareMeaning(at, say, direction);
    return [...told.differences, ...ofNull];
  };

  /** What differs in named schemas that apply to the same value in both. It is told of them, and not again of the value. */
  const differencesOfApplied = (at: Compared, direction: Direction): readonly string[] =>
    appliedTo(at.before)
      .filter((each) => appliedTo(at.after).includes(each))
      .flatMap((id) => {
        const [a, b] = [named(before, id), named(after, id)];
        return compare({ before: a.schema, after: b.schema, subject: b.name }, direction);
      });

  const compareMeaning = (at: Compared, say: Say, direction: Direction): void => {
    const shapes = [at.before, at.after].map((each) => alternatives(each).length);
    // Of two unions the alternatives tell what types there are.
    if (shapes.some((each) => each < 2)) compareTypes(at, say);
    if (shapes.includes(0) && shapes.some((each) => each > 1)) {
      const shape = (schema: Schema, table: SchemaTable): string =>
        isUnion(schema) ? `one of ${branchNames(schema, table).join(", ")}` : "one schema";
      return say("type-changed", `${shape(at.before, before)} → ${shape(at.after, after)}`);
    }
    compareValues(at, say);
    compareRules(partsOf(at.before, before), partsOf(at.after, after), say);
    compareDiscriminators(at, say);
    compareBranches(at, say, direction);
    compareObjects(at, say, direction);
    compareItems(at, direction);
    compareNotes(at, say);
  };

  /** A schema with a name is the subject of all that is inside of it. */
  const followed = (given: Compared): Compared => {
    const { subject } = given;
    known.add(given.before.pointer);
    const a = isUnion(given.after) ? given.before : withoutNullBranch(given.before);
    const b = isUnion(given.before) ? given.after : withoutNullBranch(given.after);
    const [x, y] = [
      isPureRef(a) ? named(before, a.ref) : undefined,
      isPureRef(b) ? named(after, b.ref) : undefined,
    ];
    known.add(a.pointer);
    if (x === undefined && y === undefined) return { before: a, after: b, subject };
    return followed({
      before: x?.schema ?? a,
      after: y?.schema ?? b,
      subject: y !== undefined && x !== undefined ? y.name : subject,
    });
  };

  type Say = (code: DiffCode, detail: string, place?: Compared) => void;

  /** Of the schemas as they are given: what is followed may have lost an alternative to null. */
  const compareNullness = (at: Compared, say: Say): void => {
    const [a, b] = [allowedTypes(at.before, before), allowedTypes(at.after, after)];
    if (a.has("null") && !b.has("null")) say("null-removed", "null");
    if (!a.has("null") && b.has("null")) say("null-added", "null");
  };

  const compareTypes = (at: Compared, say: Say): void => {
    const [read, readNow] = [valuesOf(at.before), valuesOf(at.after)];
    if (read !== readNow) return say("type-changed", `${read} → ${readNow}`);
    const [a, b] = [allowedTypes(at.before, before), allowedTypes(at.after, after)];
    const [old, now] = [withoutNull(a), withoutNull(b)];
    const removed = old.filter((each) => !now.includes(each));
    const added = now.filter((each) => !old.includes(each));
    if (old.length > 0 && removed.length === old.length)
      say("type-changed", `${old.join(" | ")} → ${now.join(" | ") || "nothing"}`);
    else if (removed.length > 0)
      say("type-narrowed", isOpen(a) ? `only ${now.join(" | ")}` : removed.join(" | "));
    else if (added.length > 0) say("type-widened", isOpen(b) ? "anything" : added.join(" | "));
  };

  const compareValues = (at: Compared, say: Say): void => {
    const [a, b] = [listed(at.before, before), listed(at.after, after)];
    if (a === undefined && b === undefined) return;
    if (a === undefined) return say("constraint-narrowed", `only ${shown(b ?? [])}`);
    if (b === undefined) return say("constraint-widened", `not only ${shown(a)}`);
    for (const each of b) if (!has(a, each)) say("enum-member-added", JSON.stringify(each));
    for (const each of a) if (!has(b, each)) say("enum-member-removed", JSON.stringify(each));
  };

  const compareBranches = (at: Compared, say: Say, direction: Direction): void => {
    const [ways, waysNow] = [at.before, at.after].map(waysOf) as [Ways, Ways];
    if (ways.length === 0 || waysNow.length === 0) return;
    const [shownWays, shownNow] = [ways.join(" and "), waysNow.join(" and ")];
    if (shownWays !== shownNow) say(meaningOf(ways, waysNow), `${shownWays} → ${shownNow}`);
    const pairs =
      shownWays === shownNow
        ? ways.map((each) => [at.before[each], at.after[each]])
        : [[alternatives(at.before), alternatives(at.after)]];
    for (const [old, now] of pairs) {
      const [a, b] = [branches(old, before), branches(now, after)];
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
    const kept: Compared[] = [];
    for (const [name, { required, schema }] of a) {
      const other = b.get(name);
      if (other === undefined) {
        const isThere = pointersOf(after).has(schema.pointer);
        const hidden = direction === "request" ? "property-read-only" : "property-write-only";
        say(isThere ? hidden : "property-removed", name, { ...at, before: schema, subject: place(name) });
        continue;
      }
      const both = { before: schema, after: other.schema, subject: place(name) };
      if (required && !other.required) say("property-optional", name, both);
      if (!required && other.required) say("property-required", name, both);
      kept.push(both);
    }
    for (const [name, { required, schema }] of b)
      if (!a.has(name)) {
        const both = { ...at, after: schema, subject: place(name) };
        const wasThere = pointersOf(before).has(schema.pointer);
        if (wasThere) say(direction === "request" ? "property-writable" : "property-readable", name, both);
        if (!wasThere || (required && direction === "request"))
          say(required ? "property-added-required" : "property-added", name, both);
      }
    const [wasClosed, isClosedNow] = [isClosed(at.before, before), isClosed(at.after, after)];
    if (!wasClosed && isClosedNow) say("properties-closed", "additionalProperties");
    if (wasClosed && !isClosedNow) say("properties-opened", "additionalProperties");
    // Last, because what is inside may lead back to this, and asks what was told of it.
    for (const each of kept) compare(each, direction);
    const [old, now] = [otherProperties(at.before, before), otherProperties(at.after, after)];
    if (!wasClosed && !isClosedNow) compareInside(at, old, now, ".*", direction);
  };

  /** Where one says nothing of a place in the value, it allows everything there. */
  const compareInside = (
    at: Compared,
    old: Schema | undefined,
    now: Schema | undefined,
    step: string,
    direction: Direction,
  ): void => {
    if (old === undefined && now === undefined) return;
    const [a, b] = [old ?? anythingIn(at.before), now ?? anythingIn(at.after)];
    compare({ before: a, after: b, subject: at.subject + step }, direction);
  };

  const compareItems = (at: Compared, direction: Direction): void => {
    const [a, b] = [itemsOf(at.before, before), itemsOf(at.after, after)];
    const inside = (old: Schema | undefined, now: Schema | undefined, step: string): void =>
      compareInside(at, old, now, step, direction);
    inside(a.rest, b.rest, "[]");
    for (let i = 0; i < Math.max(a.first.length, b.first.length); i++)
      inside(a.first[i] ?? a.rest, b.first[i] ?? b.rest, `[${i}]`);
  };

  const compareDiscriminators = (at: Compared, say: Say): void => {
    const [was, is] = [tagsOf(at.before, before), tagsOf(at.after, after)];
    if (was !== is) say("discriminator-changed", `${was} → ${is}`);
  };

  const compareNotes = ({ before: a, after: b }: Compared, say: Say): void => {
    const told = ["title", "description", "default", "format", "examples"] as const;
    for (const [code, detail] of changesOfNotes(a.annotations, b.annotations, told)) say(code, detail);
    const [xml, xmlNow] = [a, b].map(({ annotations }) => JSON.stringify(annotations.xml ?? {}));
    if (xml !== xmlNow) say("xml-changed", `${xml} → ${xmlNow}`);
  };

  return {
    compare: (at, direction) => void compare(at, direction),
    isKnown: (pointer) => known.has(pointer),
  };
}

const pointers = new WeakMap<SchemaTable, ReadonlySet<string>>();

/** Where all schemas stand, whatever the direction: what one direction lacks may be there in the other. */
function pointersOf(table: SchemaTable): ReadonlySet<string> {
  const known = pointers.get(table);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const visit = (schema: Schema): void => {
    found.add(schema.pointer);
    childSchemas(schema).forEach(visit);
  };
  for (const { schema } of table.values()) visit(schema);
  pointers.set(table, found);
  return found;
}

const withoutNull = (types: TypeSet): readonly string[] => {
  const names = [...types].filter((each) => each !== "null");
  // An integer is a number, and said only where it is alone.
  return names.includes("number") ? names.filter((each) => each !== "integer") : names;
};

const has = (list: readonly Json[], value: Json): boolean => list.some((each) => sameJson(each, value));
const shown = (list: readonly Json[]): string => list.map((each) => JSON.stringify(each)).join(", ");
/** Of what nothing is said; it stands where something might be. */
const anythingIn = ({ pointer }: Schema): Schema => ({ pointer, annotations: {} });

/** How a value is of alternatives: exactly one of them, or some. */
type Ways = readonly ("oneOf" | "anyOf")[];
const waysOf = (schema: Schema): Ways =>
  (["oneOf", "anyOf"] as const).filter((each) => schema[each] !== undefined);

/** What was valid for exactly one alternative is valid for some. */
function meaningOf(ways: Ways, waysNow: Ways): DiffCode {
  if (ways.length + waysNow.length > 2) return "constraint-changed";
  return ways.includes("oneOf") ? "constraint-widened" : "constraint-narrowed";
}

/** What tells the alternatives apart. */
const tagsOf = (schema: Schema, table: SchemaTable): string => {
  const { discriminator } = schema;
  if (discriminator === undefined) return "none";
  const names = branchNames(schema, table);
  const tags = discriminator.tags.map((each, i) => `${shown(each)} for ${names[i] ?? "null"}`);
  return `${discriminator.property}: ${tags.sort().join(", ")}`;
};

/** What a value is read as, where its format has a converter. */
const valuesOf = ({ converter, binary, file }: Schema): string => {
  if (file || binary) return file ? "files" : "bytes";
  if (converter === undefined) return "as on the wire";
  return `values of ${typeof converter === "string" ? converter : converter.name}`;
};
