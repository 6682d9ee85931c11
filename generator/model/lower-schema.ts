/** Lowers schema objects of OpenAPI 3.0 and 3.1 to the model. With its neighbours, the only code that knows OpenAPI. */
import {
  type Json,
  type JsonObject,
  isArray,
  isObject,
  joinPointer,
  member,
  sameJson,
  valueAt,
} from "../json.js";
import { upgradeSchema } from "../load/upgrade.js";
import { readPattern } from "./pattern.js";
import {
  type At,
  type Reader,
  arrayField,
  booleanField,
  countField,
  describe,
  expect,
  field,
  follow,
  localPointer,
  members,
  numberField,
  objectField,
  refPointer,
  stringField,
} from "./reader.js";
import {
  type Annotations,
  type ArrayRules,
  type Direction,
  type Discriminator,
  type JsonType,
  type NumberRules,
  type ObjectRules,
  type Property,
  type Schema,
  type SchemaId,
  type StringRules,
  hasRules,
  isOfType,
  jsonTypes,
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
        discriminator: lowerDiscriminator(raw),
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

  const lowerDiscriminator = (raw: At<JsonObject>): Discriminator | undefined => {
    const at = objectField(reader, raw, "discriminator");
    if (at === undefined) return undefined;
    const property = stringField(reader, at, "propertyName");
    if (property === undefined) {
      reader.report("missing-field", at.pointer, "propertyName");
      return undefined;
    }
    const branches = [...arrayField(reader, raw, "oneOf"), ...arrayField(reader, raw, "anyOf")];
    if (branches.length === 0) return undefined; // On a parent that its children extend it is documentation only.
    const mapping = members(objectField(reader, at, "mapping"));
    const tags = branches.map((branch) => tagsOf(branch, property, mapping));
    const all = tags.flat();
    const distinct = all.every((tag, i) => !all.slice(0, i).some((other) => sameJson(tag, other)));
    const declared = branches.map((each, i) => sameJson(ownTags(each, property, new Set()), tags[i] ?? []));
    if (distinct && tags.every((each, i) => each.length > 0 || isNullBranch(branches[i])))
      return { property, tags, declared };
    reader.report("schema-discriminator", at.pointer, property);
    return undefined;
  };

  /** OpenAPI 3.1, section 4.8.25: a mapping's names choose first, then what the branch says itself, then its own name. */
  const tagsOf = (
    branch: At,
    property: string,
    mapping: readonly (At & { readonly key: string })[],
  ): readonly Json[] => {
    const pointer = refTarget(branch.value);
    const mapped = mapping.filter((each) => pointer !== undefined && mappingTarget(each.value) === pointer);
    const own = ownTags(branch, property, new Set());
    if (mapped.length > 0 && own.every((tag) => typeof tag === "string"))
      return mapped.map((each) => each.key);
    if (own.length > 0) return own;
    return pointer !== undefined && pointer.startsWith("/components/schemas/")
      ? [pointer.slice(pointer.lastIndexOf("/") + 1)]
      : [];
  };

  const ownTags = (at: At, property: string, seen: Set<string>): readonly Json[] => {
    if (seen.has(at.pointer)) return [];
    seen.add(at.pointer);
    const ref = refTarget(at.value);
    if (ref !== undefined)
      return ownTags({ value: valueAt(reader.root.value, ref) ?? true, pointer: ref }, property, seen);
    const schema = member(member(at.value, "properties"), property);
    const constant = member(schema, "const");
    if (constant !== undefined) return [constant];
    const values = member(schema, "enum");
    if (isArray(values)) return values;
    const all = member(at.value, "allOf");
    return isArray(all)
      ? all.flatMap((value, i) =>
          ownTags({ value, pointer: joinPointer(at.pointer, "allOf", i) }, property, seen),
        )
      : [];
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

/** The pointer of a local `$ref`, unchecked: for looking ahead, where lowering itself reports. */
function refTarget(value: Json): string | undefined {
  const ref = member(value, "$ref");
  return typeof ref === "string" ? localPointer(ref) : undefined;
}

/** A discriminator's mapping holds references or names of component schemas. */
function mappingTarget(value: Json): string | undefined {
  if (typeof value !== "string") return undefined;
  return localPointer(value) ?? joinPointer("/components/schemas", value);
}

const isNullBranch = (at: At | undefined): boolean => at !== undefined && member(at.value, "type") === "null";

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

function lowerTypes(reader: Reader, raw: At<JsonObject>): readonly JsonType[] | undefined {
  const at = field(raw, "type");
  if (at === undefined) return undefined;
  const names = isArray(at.value) ? at.value : [at.value];
  const types = jsonTypes.filter((type) => names.includes(type));
  const unknown = names.find((name) => !(jsonTypes as readonly Json[]).includes(name));
  if (unknown !== undefined || names.length === 0)
    reader.report("schema-type", at.pointer, unknown === undefined ? "an empty list" : describe(unknown));
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

/** `enum` and `const` as one list; values that the types exclude anyway are left out. */
function lowerEnum(
  reader: Reader,
  raw: At<JsonObject>,
  types: readonly JsonType[] | undefined,
): readonly Json[] | undefined {
  const listed =
    field(raw, "enum") === undefined ? undefined : arrayField(reader, raw, "enum").map((each) => each.value);
  const constant = member(raw.value, "const");
  if (listed === undefined && constant === undefined) return undefined;
  const values =
    constant === undefined
      ? (listed ?? [])
      : listed === undefined
        ? [constant]
        : listed.filter((v) => sameJson(v, constant));
  const allowed =
    types === undefined ? values : values.filter((value) => types.some((type) => isOfType(value, type)));
  return allowed.filter((value, i) => !allowed.slice(0, i).some((earlier) => sameJson(earlier, value)));
}

function lowerString(reader: Reader, raw: At<JsonObject>): StringRules | undefined {
  const pattern = stringField(reader, raw, "pattern");
  const format = stringField(reader, raw, "format");
  return nonEmpty({
    minLength: countField(reader, raw, "minLength"),
    maxLength: countField(reader, raw, "maxLength"),
    pattern:
      pattern === undefined
        ? undefined
        : readPattern(reader.report, pattern, joinPointer(raw.pointer, "pattern")),
    format: isNumberFormat(format) ? undefined : format,
  });
}

function lowerNumber(reader: Reader, raw: At<JsonObject>): NumberRules | undefined {
  const format = stringField(reader, raw, "format");
  return nonEmpty({
    minimum: numberField(reader, raw, "minimum"),
    maximum: numberField(reader, raw, "maximum"),
    exclusiveMinimum: numberField(reader, raw, "exclusiveMinimum"),
    exclusiveMaximum: numberField(reader, raw, "exclusiveMaximum"),
    multipleOf: numberField(reader, raw, "multipleOf", "a number above 0", (value) => value > 0),
    format: isNumberFormat(format) ? format : undefined,
  });
}

/** The formats of the OpenAPI Format Registry that speak of numbers. */
const isNumberFormat = (format: string | undefined): boolean =>
  format !== undefined && /^(u?int(8|16|32|64)|float|double|decimal|double-int)$/.test(format);

function lowerAnnotations(reader: Reader, raw: At<JsonObject>): Annotations {
  const listed = field(raw, "examples");
  const examples = listed !== undefined && isArray(listed.value) ? listed.value : [];
  if (listed !== undefined && !isArray(listed.value))
    reader.report("annotation-ignored", listed.pointer, "examples");
  return present({
    title: stringField(reader, raw, "title"),
    description: stringField(reader, raw, "description"),
    default: member(raw.value, "default"),
    examples: examples.length === 0 ? undefined : examples,
    deprecated: booleanField(reader, raw, "deprecated") || undefined,
  });
}

/** What remains when the members that are undefined are dropped. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}

function nonEmpty<T extends object>(object: T): Present<T> | undefined {
  const kept = present(object);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
