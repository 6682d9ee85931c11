/** What schemas are made of, as far as it is compared: alternatives, and what applies to the same value. */
import { type Json, sameJson } from "../json.js";
import { rulesText } from "../model/rules-text.js";
import {
  type Schema,
  type SchemaId,
  type SchemaTable,
  hasRules,
  isNull,
  isPureRef,
  named,
} from "../model/schema.js";

/** The values that all parts of a schema list, null aside; undefined where none does. */
export function listed(schema: Schema, table: SchemaTable): readonly Json[] | undefined {
  const lists = partsOf(schema, table).flatMap((each) => (each.enum === undefined ? [] : [each.enum]));
  const [first, ...more] = lists;
  return first?.filter(
    (each) => each !== null && more.every((list) => list.some((other) => sameJson(each, other))),
  );
}

export const alternatives = ({ oneOf, anyOf }: Schema): readonly Schema[] =>
  [...(oneOf ?? []), ...(anyOf ?? [])].filter((each) => !isNull(each));

/** Whether a value can be of several alternatives, null aside. */
export const isUnion = (schema: Schema): boolean => alternatives(schema).length > 1;

/** The schema that stands beside null, where nothing else is said. */
export function withoutNullBranch(schema: Schema): Schema {
  const [only, ...more] = alternatives(schema);
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  return only === undefined || more.length > 0 || hasRules(schema, keyword) ? schema : only;
}

export const branchNames = (schema: Schema, table: SchemaTable): readonly string[] =>
  alternatives(schema).map((each) => branchName(each, table));

/** The alternatives by what tells them from each other: the names of schemas, or what they say. */
export function branches(
  list: readonly Schema[] | undefined,
  table: SchemaTable,
): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  for (const each of (list ?? []).filter((one) => !isNull(one))) {
    const name = branchName(each, table);
    found.set(found.has(name) ? `${name} ${rulesText(each)}` : name, each);
  }
  return found;
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
export function propertiesOf(schema: Schema, table: SchemaTable): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  for (const { object } of partsOf(schema, table))
    for (const { name, required, schema: each, undeclared } of object?.properties ?? []) {
      const known = found.get(name);
      found.set(name, {
        required: required || known?.required === true,
        schema: (undeclared === true ? known?.schema : together([each, known?.schema])) ?? each,
      });
    }
  return found;
}

/** What applies to the items of an array. */
interface Items {
  /** By their places. */
  readonly first: readonly (Schema | undefined)[];
  readonly rest?: Schema | undefined;
}

/** The items that a schema and what stands beside it describe. */
export function itemsOf(schema: Schema, table: SchemaTable): Items {
  const lists = partsOf(schema, table).flatMap(({ array }) => array ?? []);
  const count = Math.max(0, ...lists.map(({ prefixItems = [] }) => prefixItems.length));
  const at = (place: number): Schema | undefined =>
    together(lists.map(({ prefixItems = [], items }) => prefixItems[place] ?? items));
  return {
    first: Array.from({ length: count }, (_, i) => at(i)),
    rest: together(lists.map((each) => each.items)),
  };
}

/** What applies to properties without a name; undefined where they are not described. */
export const otherProperties = (schema: Schema, table: SchemaTable): Schema | undefined =>
  together(partsOf(schema, table).map(({ object }) => object?.additionalProperties));

/** What is said of a value by several schemas, if any says something. */
function together(schemas: readonly (Schema | undefined)[]): Schema | undefined {
  const all = schemas.filter((each) => each !== undefined);
  const [first, second] = all;
  if (first === undefined || second === undefined) return first;
  return { pointer: first.pointer, allOf: all, annotations: first.annotations };
}

/** The named schemas that apply to the very same value beside other rules. */
export const appliedTo = ({ ref, allOf = [] }: Schema): readonly SchemaId[] =>
  [ref, ...allOf.filter(isPureRef).map((each) => each.ref)].filter((each) => each !== undefined);

/** A schema, and those that apply to the very same value in any case. */
export function partsOf(
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

export const isClosed = (schema: Schema, table: SchemaTable): boolean =>
  partsOf(schema, table).some(
    ({ object }) =>
      object?.additionalProperties?.never === true || object?.unevaluatedProperties?.never === true,
  );
