/** How the values of a schema are converted between the wire and their types, as data: printed into packages, and run to prove fixtures. */
import type { Json } from "../json.js";
import { type TypeSet, allowedTypes } from "./allowed-types.js";
import { type ConverterRef, makesBigints } from "./formats.js";
import {
  type ObjectRules,
  type Pattern,
  type Schema,
  type SchemaId,
  type SchemaTable,
  isNull,
  itemSchemas,
  memberSchemas,
} from "./schema.js";

export type Conversion =
  | { readonly kind: "format"; readonly converter: ConverterRef }
  | { readonly kind: "named"; readonly id: SchemaId }
  /** The items of an array, the first ones apart. */
  | { readonly kind: "items"; readonly heads: readonly Optional[]; readonly rest: Optional }
  /** The properties of an object; those without a name here go to all that match a pattern, or else to `rest`. */
  | {
      readonly kind: "members";
      readonly named: readonly (readonly [name: string, conversion: Optional])[];
      readonly patterns: readonly (readonly [pattern: Pattern, conversion: Optional])[];
      readonly rest: Optional;
    }
  /** One after the other, each of the same value. */
  | { readonly kind: "all"; readonly parts: readonly Conversion[] }
  /** The value of a property chooses. */
  | {
      readonly kind: "tagged";
      readonly property: string;
      readonly branches: readonly (readonly [tags: readonly Json[], conversion: Conversion])[];
    }
  /** The first branch that the value fits. */
  | { readonly kind: "fitting"; readonly branches: readonly Branch[] };

/** What is not converted stays as it is. */
type Optional = Conversion | undefined;

interface Branch {
  readonly schema: Schema;
  readonly conversion: Optional;
}

export interface Conversions {
  /** How values of a schema are converted; undefined where they are as on the wire. */
  readonly of: (schema: Schema) => Conversion | undefined;
  /** Whether some value of a schema with a name is converted. */
  readonly converts: (id: SchemaId) => boolean;
  /** Whether a value may hold integers that are bigints, whose digits a number would lose. */
  readonly holdsBigints: (schema: Schema) => boolean;
}

export function conversionsOf(table: SchemaTable): Conversions {
  const converting = reaching(table, () => true);
  const withBigints = reaching(table, makesBigints);
  const converts = (schema: Schema): boolean => holds(schema, converting, () => true);

  const of = (schema: Schema): Optional => {
    if (!converts(schema)) return undefined;
    const { converter, ref, allOf = [], array, object } = schema;
    return joined([
      ...(converter === undefined ? [] : [{ kind: "format", converter } as const]),
      ...(ref === undefined || !converting.has(ref) ? [] : [{ kind: "named", id: ref } as const]),
      ...[itemsOf(array), membersOf(object), ...allOf.map(of)].filter(isDefined),
      ...(["anyOf", "oneOf"] as const).flatMap((keyword) => branchesOf(schema, schema[keyword]) ?? []),
    ]);
  };

  const itemsOf = (array: Schema["array"]): Optional => {
    const heads = (array?.prefixItems ?? []).map(of);
    const rest = array?.items && of(array.items);
    return [...heads, rest].some(isDefined) ? { kind: "items", heads, rest } : undefined;
  };

  const membersOf = (object: ObjectRules | undefined): Optional => {
    if (object === undefined) return undefined;
    const rest = object.additionalProperties && of(object.additionalProperties);
    const patterns = object.patternProperties.map(({ pattern, schema }) => [pattern, of(schema)] as const);
    const open = rest !== undefined;
    const all = object.properties
      .filter((each) => !each.undeclared)
      .map(({ name, schema }) => [name, of(schema)] as const);
    const properties = all.filter(([, each]) => open || each !== undefined);
    if (![...properties, ...patterns].some(([, each]) => each !== undefined) && !open) return undefined;
    const matching = open || patterns.some(([, each]) => each !== undefined) ? patterns : [];
    return { kind: "members", named: properties, patterns: matching, rest };
  };

  /** Branches of different JSON types need no choice: each leaves alone what is not of its own. */
  const branchesOf = (schema: Schema, branches: readonly Schema[] = []): Optional => {
    const all = branches.map((each) => ({ schema: each, conversion: of(each) }));
    const converted = all.filter((each) => each.conversion !== undefined);
    if (converted.length === 0) return undefined;
    if (schema.discriminator !== undefined) return taggedOf(schema.discriminator, all);
    if (areApart(branches.map((each) => allowedTypes(each, table))))
      return joined(converted.map((each) => each.conversion).filter(isDefined));
    const others = all.filter((each) => each.conversion === undefined && !isNull(each.schema));
    return { kind: "fitting", branches: [...converted, ...others] };
  };

  const taggedOf = (
    { property, tags }: NonNullable<Schema["discriminator"]>,
    branches: readonly Branch[],
  ): Conversion => ({
    kind: "tagged",
    property,
    branches: branches.flatMap(({ conversion }, i) =>
      conversion === undefined ? [] : [[tags[i] ?? [], conversion] as const],
    ),
  });

  return {
    of,
    converts: (id) => converting.has(id),
    holdsBigints: (schema) => holds(schema, withBigints, makesBigints),
  };
}

const isDefined = (each: Optional): each is Conversion => each !== undefined;

function joined(parts: readonly Conversion[]): Optional {
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0
    ? only
    : parts.length === 0
      ? undefined
      : { kind: "all", parts };
}

type IsWanted = (converter: ConverterRef) => boolean;

/** The named schemas that hold a value that a wanted converter converts, directly or by way of others. */
function reaching(table: SchemaTable, isWanted: IsWanted): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { id, schema } of table.values()) if (holds(schema, found, isWanted)) found.add(id);
  }
  return found;
}

function holds(schema: Schema, known: ReadonlySet<SchemaId>, isWanted: IsWanted): boolean {
  return (
    (schema.converter !== undefined && isWanted(schema.converter)) ||
    (schema.ref !== undefined && known.has(schema.ref)) ||
    convertedIn(schema).some((each) => holds(each, known, isWanted))
  );
}

/** The schemas inside a schema whose values its type shows: those of conditions, say, are not among them. */
function convertedIn(schema: Schema): readonly Schema[] {
  const { allOf = [], anyOf = [], oneOf = [], object } = schema;
  const declared = object?.properties.filter((each) => !each.undeclared) ?? [];
  const members = object === undefined ? [] : memberSchemas({ object: { ...object, properties: declared } });
  return [...allOf, ...anyOf, ...oneOf, ...itemSchemas(schema), ...members];
}

/** Whether no JSON type is in two sets; an integer is a number. */
function areApart(sets: readonly TypeSet[]): boolean {
  const all = sets.flatMap((each) => [
    ...new Set([...each].map((type) => (type === "integer" ? "number" : type))),
  ]);
  return new Set(all).size === all.length;
}
