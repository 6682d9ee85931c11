/**
 * Takes converters away where they would be wrong. Rules speak of what is on the wire; so a value can only be converted where no
 * other schema that applies to it speaks of its text or number, and where it is sure that its own schema applies.
 */
import type { Report } from "../diagnostics.js";
import type { Json } from "../json.js";
import { isArray, member } from "../json.js";
import type { ConverterRef } from "./formats.js";
import { mapSchema } from "./map-schema.js";
import { type JsonType, type Schema, type SchemaTable, childSchemas, isOfType, named } from "./schema.js";

/** A schema that applies to the value at a place. */
interface Seat {
  readonly schema: Schema;
  /** Whether it applies to every value there, or to all that take its alternative. */
  readonly sure: boolean;
  /** The alternatives that it stands in, from the outermost on. */
  readonly within: readonly Alternative[];
}

interface Alternative {
  readonly union: string;
  readonly index: number;
}

/**
 * What a schema becomes when converters that would be wrong are gone, each with a warning at what speaks against it. `roots` are
 * schemas without a name.
 */
export function settleConverters(
  table: SchemaTable,
  roots: readonly Schema[],
  report: Report,
): (schema: Schema) => Schema {
  const schemas = [...[...table.values()].map((each) => each.schema), ...roots];
  if (!schemas.some(holdsConverter)) return (schema) => schema;
  const kept = new Map<string, string>();
  const visited = new Set<string>();
  const ids = new Map<Schema, number>();
  const idOf = (schema: Schema): number => {
    if (!ids.has(schema)) ids.set(schema, ids.size);
    return ids.get(schema) as number;
  };
  const visit = (seats: readonly Seat[]): void => {
    const all = everythingIn(seats, table);
    const key = all.map((each) => `${idOf(each.schema)} ${each.sure} ${JSON.stringify(each.within)}`).sort();
    if (visited.has(key.join("\n"))) return;
    visited.add(key.join("\n"));
    for (const [leaf, against] of conflictsIn(all)) kept.set(leaf.pointer, against.pointer);
    placesIn(all).forEach(visit);
  };
  for (const schema of schemas) visit([{ schema, sure: true, within: [] }]);
  for (const [leaf, against] of kept) report("value-not-converted", leaf, against);
  return (schema) =>
    kept.size === 0
      ? schema
      : mapSchema(schema, ({ converter, ...rest }) =>
          converter === undefined || kept.has(rest.pointer) ? rest : { ...rest, converter },
        );
}

const holdsConverter = (schema: Schema): boolean =>
  schema.converter !== undefined || childSchemas(schema).some(holdsConverter);

/** The schemas that apply to a value, with those that they lead to for the very same value. */
function everythingIn(seats: readonly Seat[], table: SchemaTable): readonly Seat[] {
  const found = new Map<Schema, Seat>();
  const add = (seat: Seat): void => {
    const known = found.get(seat.schema);
    const merged = known === undefined ? seat : both(known, seat);
    if (known !== undefined && same(known, merged)) return;
    found.set(seat.schema, merged);
    const { schema, sure, within } = merged;
    const { ref, allOf = [], not, conditional, object } = schema;
    if (ref !== undefined) add({ schema: named(table, ref).schema, sure, within });
    for (const each of allOf) add({ schema: each, sure, within });
    for (const keyword of ["anyOf", "oneOf"] as const)
      schema[keyword]?.forEach((each, index) => {
        const union = `${schema.pointer}/${keyword}`;
        const open = within.some((alternative) => alternative.union === union);
        add({ schema: each, sure, within: open ? within : [...within, { union, index }] });
      });
    const unsure = [not, conditional?.if, conditional?.then, conditional?.else];
    for (const each of [...unsure, ...(object?.dependentSchemas ?? []).map((one) => one.schema)])
      if (each !== undefined) add({ schema: each, sure: false, within });
  };
  seats.forEach(add);
  return [...found.values()];
}

/** A schema that applies in two ways: what is true of both. */
function both(a: Seat, b: Seat): Seat {
  const differing = a.within.findIndex((each, i) => !isSame(each, b.within[i]));
  const within = differing < 0 ? a.within : a.within.slice(0, differing);
  return { schema: a.schema, sure: a.sure || b.sure, within };
}

const isSame = (a: Alternative, b: Alternative | undefined): boolean =>
  a.union === b?.union && a.index === b.index;

const same = (a: Seat, b: Seat): boolean => a.sure === b.sure && a.within.length === b.within.length;

/** Whether a value that takes the one schema does not take the other. */
function areAlternatives(a: Seat, b: Seat): boolean {
  const differing = a.within.findIndex((each, i) => !isSame(each, b.within[i]));
  return differing >= 0 && a.within[differing]?.union === b.within[differing]?.union;
}

/** The schemas of one place whose values cannot be converted, each with the one that speaks against it. */
function* conflictsIn(seats: readonly Seat[]): Iterable<readonly [Schema, Schema]> {
  for (const seat of seats) {
    const { converter, types } = seat.schema;
    if (converter === undefined) continue;
    const alike = seats.filter((each) => each.schema.converter === converter);
    if (!alike.some((each) => each.sure)) yield [seat.schema, seat.schema];
    for (const other of seats.filter((each) => !alike.includes(each))) {
      const speaks = areAlternatives(seat, other)
        ? !isNumeric(types) && speaksOf(other.schema, typesOfValues(converter))
        : speaksOf(other.schema, isNumeric(types) ? ["integer", "number"] : ["string"]);
      if (speaks) yield [seat.schema, other.schema];
    }
  }
}

const isNumeric = (types: readonly JsonType[] = []): boolean => !types.includes("string");

/** What values that stand for texts look like: a Date and bytes are objects to JavaScript. */
const typesOfValues = (converter: ConverterRef): readonly JsonType[] =>
  typeof converter === "string" ? ["object"] : converter.codec.types;

/** Whether a schema has something to say of values of some types. */
function speaksOf(schema: Schema, wanted: readonly JsonType[]): boolean {
  const { types, enum: values, string, number, object } = schema;
  if (values !== undefined) return values.some((each) => wanted.some((type) => isOfType(each, type)));
  if (types !== undefined) return types.some((type) => wanted.includes(type));
  const rules = { string, number, object, integer: number };
  return wanted.some((type) => type in rules && rules[type as keyof typeof rules] !== undefined);
}

/** The schemas that apply to each part of a value: property by property, item by item. */
function placesIn(seats: readonly Seat[]): readonly (readonly Seat[])[] {
  const names = new Set(
    seats.flatMap(({ schema }) => [
      ...(schema.object?.properties ?? []).map((each) => each.name),
      ...(schema.enum ?? []).flatMap((each) =>
        typeof each === "object" && each !== null && !isArray(each) ? Object.keys(each) : [],
      ),
    ]),
  );
  const heads = Math.max(0, ...seats.map(({ schema }) => schema.array?.prefixItems?.length ?? 0));
  return [
    ...[...names, undefined].map((name) => seats.flatMap((each) => propertySeats(each, name))),
    ...Array.from({ length: heads + 1 }, (_, i) => seats.flatMap((each) => itemSeats(each, i))),
  ]
    .filter((each) => each.length > 0)
    .map(nearer);
}

/** Of the alternatives only those that tell the schemas of a place apart, and of these the outermost. */
function nearer(seats: readonly Seat[]): readonly Seat[] {
  const [first] = seats;
  const shared = (first?.within ?? []).findIndex((each, i) =>
    seats.some((seat) => seat.within[i] === undefined || !isSame(seat.within[i], each)),
  );
  const from = shared < 0 ? (first?.within.length ?? 0) : shared;
  return seats.map((each) => ({ ...each, within: each.within.slice(from, from + 1) }));
}

/** What a schema says of a property; of those without a name of their own where none is given. */
function propertySeats({ schema, sure, within }: Seat, name: string | undefined): readonly Seat[] {
  const { properties = [], patternProperties = [], additionalProperties } = schema.object ?? {};
  const { unevaluatedProperties } = schema.object ?? {};
  const own = properties.filter((each) => each.name === name).map((each) => each.schema);
  const matching = patternProperties
    .filter(({ pattern }) => name === undefined || new RegExp(pattern.source, pattern.flags).test(name))
    .map((each) => each.schema);
  const known = own.length > 0 || (matching.length > 0 && name !== undefined);
  const rest = known || additionalProperties === undefined ? [] : [additionalProperties];
  return [
    ...[...own, ...matching, ...rest].map((each): Seat => ({ schema: each, sure, within })),
    ...(known || unevaluatedProperties === undefined
      ? []
      : [{ schema: unevaluatedProperties, sure: false, within }]),
    ...listed(schema, name, within),
  ];
}

function itemSeats({ schema, sure, within }: Seat, index: number): readonly Seat[] {
  const { prefixItems = [], items, contains, unevaluatedItems } = schema.array ?? {};
  const own = prefixItems[index] ?? items;
  return [
    ...(own === undefined ? [] : [{ schema: own, sure, within }]),
    ...[contains?.schema, unevaluatedItems].flatMap((each) =>
      each === undefined ? [] : [{ schema: each, sure: false, within }],
    ),
    ...listed(schema, String(index), within),
  ];
}

/** What a list of whole values says of a part of them. */
function listed(schema: Schema, key: string | undefined, within: readonly Alternative[]): readonly Seat[] {
  const parts = (schema.enum ?? []).flatMap((each): readonly Json[] => {
    const part = key === undefined ? undefined : member(each, key);
    return part === undefined ? [] : [part];
  });
  if (parts.length === 0) return [];
  return [{ schema: { pointer: schema.pointer, enum: parts, annotations: {} }, sure: true, within }];
}
