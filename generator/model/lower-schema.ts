/** Lowers schema objects of OpenAPI 3.0 and 3.1 to the model. With its neighbours, the only code that knows OpenAPI. */
import { type Json, type JsonObject, isArray, isObject, joinPointer, member, valueAt } from "../json.js";
import { upgradeSchema } from "../load/upgrade.js";
import { lowerDiscriminator } from "./lower-discriminator.js";
import { lowerAnnotations, lowerEnum, lowerNumber, lowerString, lowerTypes } from "./lower-rules.js";
import { readPattern } from "./pattern.js";
import { nonEmpty, present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  booleanField,
  countField,
  expect,
  field,
  follow,
  members,
  objectField,
  refPointer,
  stringField,
  refTarget,
} from "./reader.js";
import {
  type ArrayRules,
  type Direction,
  type ObjectRules,
  type Property,
  type Schema,
  type SchemaId,
  hasRules,
} from "./schema.js";

/** Rules that would change what is valid, and that no printer knows yet: refused, never silently dropped. */
const unsupported = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "minContains",
  "maxContains",
  "dependentSchemas",
  "dependentRequired",
  "dependencies",
  "unevaluatedItems",
  "unevaluatedProperties",
  "$dynamicRef",
  "$recursiveRef",
  "$id",
  "$anchor",
] as const;

export type Dialect = "3.0" | "3.1";

/** What a schema id stands for. */
export interface SchemaPlace {
  readonly pointer: string;
  readonly direction: Direction;
}

export interface SchemaLowering {
  /** Lowers the schema at a place; the schemas that it refers to are wanted from then on. */
  readonly lower: (at: At, direction: Direction) => Schema;
  /** The id of the schema at a pointer, which is wanted from then on. */
  readonly want: (pointer: string, direction: Direction) => SchemaId;
  /** Whether requests and responses see the schema at a pointer differently. */
  readonly directed: (pointer: string) => boolean;
  /** All ids wanted so far, in the order in which they were met. */
  readonly wanted: ReadonlyMap<SchemaId, SchemaPlace>;
}

export function schemaLowering(reader: Reader, dialect: Dialect): SchemaLowering {
  const wanted = new Map<SchemaId, SchemaPlace>();
  const directed = memoReachable((pointer) =>
    scan({ value: valueAt(reader.root.value, pointer) ?? true, pointer }),
  );

  const read = (at: At): At<JsonObject> | undefined => {
    const object = expect(reader, at, isObject, "a schema (an object, true or false)");
    return object && dialect === "3.0" ? { ...object, value: upgradeSchema(object.value) } : object;
  };

  /** What one schema object holds directly: marked properties and references. */
  const scan = (at: At): { readonly marked: boolean; readonly refs: readonly string[] } => {
    if (!isObject(at.value)) return { marked: false, refs: [] };
    const raw: At<JsonObject> =
      dialect === "3.0" ? { ...at, value: upgradeSchema(at.value) } : (at as At<JsonObject>);
    const inner = rawChildren(raw).map(scan);
    const ref = refTarget(raw.value);
    return {
      marked:
        inner.some((each) => each.marked) ||
        members(asObject(field(raw, "properties"))).some(
          (each) => isMarked(each.value, "readOnly") || isMarked(each.value, "writeOnly"),
        ),
      refs: [...(ref === undefined ? [] : [ref]), ...inner.flatMap((each) => each.refs)],
    };
  };

  /** `readOnly` or `writeOnly` on a property's schema, on what it refers to, or on a member of its `allOf`. */
  const isMarked = (
    value: Json | undefined,
    mark: "readOnly" | "writeOnly",
    seen = new Set<string>(),
  ): boolean => {
    if (!isObject(value)) return false;
    if (member(value, mark) === true) return true;
    const ref = refTarget(value);
    if (ref !== undefined && !seen.has(ref) && isMarked(valueAt(reader.root.value, ref), mark, seen.add(ref)))
      return true;
    const all = member(value, "allOf");
    return isArray(all) && all.some((each) => isMarked(each, mark, seen));
  };

  const want = (pointer: string, direction: Direction): SchemaId => {
    const id = directed(pointer) ? `${pointer}>${direction}` : pointer;
    if (!wanted.has(id)) wanted.set(id, { pointer, direction });
    return id;
  };

  const lower = (at: At, direction: Direction): Schema => {
    if (at.value === true) return { pointer: at.pointer, annotations: {} };
    if (at.value === false) return { pointer: at.pointer, never: true, annotations: {} };
    const raw = read(at);
    if (raw === undefined) return { pointer: at.pointer, annotations: {} };
    for (const keyword of unsupported)
      if (member(raw.value, keyword) !== undefined)
        reader.report("schema-keyword", joinPointer(at.pointer, keyword), keyword);

    const list = (key: string): readonly Schema[] | undefined => {
      const branches = arrayField(reader, raw, key);
      return branches.length === 0 ? undefined : branches.map((each) => lower(each, direction));
    };
    const types = lowerTypes(reader, raw);
    return collapse(
      present({
        pointer: at.pointer,
        ref: lowerRef(raw, direction),
        types,
        enum: lowerEnum(reader, raw, types),
        string: lowerString(reader, raw),
        number: lowerNumber(reader, raw),
        array: lowerArray(raw, direction),
        object: lowerObject(raw, direction),
        allOf: list("allOf"),
        anyOf: list("anyOf"),
        oneOf: list("oneOf"),
        discriminator: lowerDiscriminator(reader, raw),
        annotations: lowerAnnotations(reader, raw),
      }),
    );
  };

  const lowerRef = (raw: At<JsonObject>, direction: Direction): SchemaId | undefined => {
    const ref = stringField(reader, raw, "$ref");
    if (ref === undefined) return undefined;
    const pointer = refPointer(reader, raw, ref);
    return pointer !== undefined && follow(reader, raw) !== undefined ? want(pointer, direction) : undefined;
  };

  const lowerArray = (raw: At<JsonObject>, direction: Direction): ArrayRules | undefined => {
    const items = field(raw, "items");
    const prefix = arrayField(reader, raw, "prefixItems");
    return nonEmpty({
      prefixItems: prefix.length === 0 ? undefined : prefix.map((each) => lower(each, direction)),
      items: items && lower(items, direction),
      minItems: countField(reader, raw, "minItems"),
      maxItems: countField(reader, raw, "maxItems"),
      uniqueItems: booleanField(reader, raw, "uniqueItems") || undefined,
    });
  };

  const lowerObject = (raw: At<JsonObject>, direction: Direction): ObjectRules | undefined => {
    const declared = members(objectField(reader, raw, "properties"));
    const required = new Set(
      arrayField(reader, raw, "required").flatMap(
        (each) => expect(reader, each, (v) => typeof v === "string", "a property name")?.value ?? [],
      ),
    );
    const hidden = direction === "request" ? "readOnly" : "writeOnly";
    const properties: Property[] = [];
    for (const each of declared) {
      if (!isMarked(each.value, hidden))
        properties.push({ name: each.key, required: required.has(each.key), schema: lower(each, direction) });
      required.delete(each.key);
    }
    const additional = field(raw, "additionalProperties");
    const names = field(raw, "propertyNames");
    const patterns = members(objectField(reader, raw, "patternProperties")).flatMap((each) => {
      const pattern = readPattern(reader.report, each.key, each.pointer);
      return pattern === undefined ? [] : [{ pattern, schema: lower(each, direction) }];
    });
    for (const name of required) {
      const matching = patterns.filter(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(name));
      const schema = otherSchema(
        raw,
        matching.map((each) => each.schema),
        additional && lower(additional, direction),
      );
      properties.push({ name, required: true, schema, undeclared: true });
    }
    const rest = nonEmpty({
      additionalProperties: additional && lower(additional, direction),
      propertyNames: names && lower(names, direction),
      minProperties: countField(reader, raw, "minProperties"),
      maxProperties: countField(reader, raw, "maxProperties"),
    });
    if (properties.length === 0 && patterns.length === 0 && rest === undefined) return undefined;
    return { properties, patternProperties: patterns, ...rest };
  };

  return { lower, want, directed, wanted };
}

/** `allOf` with one member and no rule beside it is that member: the idiom for annotations beside a reference. */
function collapse(schema: Schema): Schema {
  const [only, ...more] = schema.allOf ?? [];
  if (only === undefined || more.length > 0 || hasRules(schema, "allOf")) return schema;
  return { ...only, annotations: { ...only.annotations, ...schema.annotations } };
}

/** What the rules for properties that are not declared say of one of them. */
function otherSchema(raw: At, matching: readonly Schema[], additional: Schema | undefined): Schema {
  const [only, ...more] = matching;
  if (only === undefined)
    return additional ?? { pointer: joinPointer(raw.pointer, "required"), annotations: {} };
  return more.length === 0 ? only : { pointer: raw.pointer, annotations: {}, allOf: matching };
}

const asObject = (at: At | undefined): At<JsonObject> | undefined =>
  at !== undefined && isObject(at.value) ? (at as At<JsonObject>) : undefined;

/** Every schema directly inside a raw schema object. */
function rawChildren(at: At<JsonObject>): readonly At[] {
  const one = ["items", "additionalProperties", "propertyNames"].flatMap((key) => field(at, key) ?? []);
  const lists = ["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((key) => {
    const list = member(at.value, key);
    return isArray(list) ? list.map((value, i) => ({ value, pointer: joinPointer(at.pointer, key, i) })) : [];
  });
  const maps = ["properties", "patternProperties"].flatMap((key) => members(asObject(field(at, key))));
  return [...one, ...lists, ...maps];
}

/** Whether something marked can be reached from a pointer through references, cycles included. */
function memoReachable(
  scan: (pointer: string) => { readonly marked: boolean; readonly refs: readonly string[] },
): (pointer: string) => boolean {
  const known = new Map<string, boolean>();
  return (start) => {
    const seen = new Set<string>([start]);
    let found = known.get(start);
    if (found !== undefined) return found;
    found = false;
    for (const pointer of seen) {
      const { marked, refs } = scan(pointer);
      if (marked || refs.some((ref) => known.get(ref) === true)) {
        found = true;
        break;
      }
      for (const ref of refs) if (known.get(ref) === undefined) seen.add(ref);
    }
    if (found) known.set(start, true);
    else for (const pointer of seen) known.set(pointer, false);
    return found;
  };
}
