/** Lowers schema objects of OpenAPI 3.0 and 3.1 to the model. With its neighbours, the only code that knows OpenAPI. */
import { type Json, type JsonObject, isArray, isObject, joinPointer, member, valueAt } from "../json.js";
import { readEarlier, upgradeSchema } from "../load/upgrade.js";
import { readDirections } from "./directions.js";
import { type DynamicScope, dynamicScopes } from "./dynamic-scope.js";
import type { Identifiers } from "./identifiers.js";
import { isBinary } from "./lower-binary.js";
import { lowerDiscriminator } from "./lower-discriminator.js";
import {
  type AssertsFormat,
  type ConvertsFormat,
  lowerAnnotations,
  lowerEnum,
  lowerNumber,
  lowerString,
  lowerTypes,
  withConverter,
} from "./lower-rules.js";
import { mistakesReporter } from "./lower-mistakes.js";
import { readPattern } from "./pattern.js";
import { otherProperties } from "./lower-other-properties.js";
import { nonEmpty, present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  booleanField,
  countField,
  expect,
  isOfKind,
  isThere,
  field,
  members,
  objectField,
  reportUnresolved,
  stringField,
} from "./reader.js";
import {
  type ArrayRules,
  type Conditional,
  type DependentRequired,
  type DependentSchema,
  type Direction,
  type ObjectRules,
  type PatternProperty,
  type Property,
  type Schema,
  type SchemaId,
  hasRules,
} from "./schema.js";

/** What a schema id stands for: a place, and how it is seen. */
export interface SchemaPlace {
  readonly pointer: string;
  readonly view: View;
}

/** A schema means what it means in one direction and one dynamic scope. */
interface View {
  readonly direction: Direction;
  readonly scope: DynamicScope;
}

export interface SchemaLowering {
  /** Lowers the schema at a place; the schemas that it refers to are wanted from then on. */
  readonly lower: (at: At, direction: Direction) => Schema;
  /** Lowers the schema of an id. */
  readonly lowerPlace: (place: SchemaPlace) => Schema;
  /** The id of the schema at a pointer, which is wanted from then on; `unwritten` is what it says where none is written. */
  readonly want: (pointer: string, direction: Direction, unwritten?: Json) => SchemaId;
  /** Whether requests and responses see the schema at a pointer differently. */
  readonly directed: (pointer: string) => boolean;
  /** All ids wanted so far, in the order in which they were met. */
  readonly wanted: ReadonlyMap<SchemaId, SchemaPlace>;
}

/** Rules of other drafts that would change what is valid: refused, never silently dropped. */
const foreignKeywords = ["$recursiveRef"] as const;

export function schemaLowering(
  reader: Reader,
  identifiers: Identifiers,
  asserts: AssertsFormat,
  converts: ConvertsFormat,
): SchemaLowering {
  const wanted = new Map<SchemaId, SchemaPlace>();
  const unwrittenAt = new Map<string, Json>();
  const at = (pointer: string): At => {
    const value = unwrittenAt.get(pointer) ?? valueAt(reader.root.value, pointer);
    return { value: value === undefined ? true : value, pointer };
  };
  const reportMistakes = mistakesReporter(reader);
  const scopes = dynamicScopes(identifiers, at);
  const upgrade = (raw: At<JsonObject>): At<JsonObject> => ({
    ...raw,
    value: reader.dialect === "3.0" ? upgradeSchema(raw.value) : readEarlier(raw.value),
  });
  const refs = ({ value, pointer }: At): readonly string[] => {
    const [$ref, $dynamicRef] = [member(value, "$ref"), member(value, "$dynamicRef")];
    const target = typeof $ref === "string" ? identifiers.resolve($ref, pointer) : undefined;
    return [
      ...(target === undefined ? [] : [target]),
      ...(typeof $dynamicRef === "string" ? scopes.candidates($dynamicRef, pointer) : []),
    ];
  };
  const { directed, isMarked } = readDirections({ at, read: upgrade, refs });

  const wantIn = (pointer: string, { direction, scope }: View): SchemaId => {
    const inside = scopes.enter(scope, pointer);
    const key = scopes.key(inside, pointer);
    const id = [pointer, ...(directed(pointer) ? [direction] : []), ...(key === "" ? [] : [key])].join(">");
    if (!wanted.has(id)) wanted.set(id, { pointer, view: { direction, scope: inside } });
    return id;
  };

  const lowerIn = (place: At, outer: View): Schema => {
    const { pointer } = place;
    if (place.value === true) return { pointer, annotations: {} };
    if (place.value === false) return { pointer, never: true, annotations: {} };
    const object = expect(reader, place, isObject, "a schema (an object, true or false)");
    if (object === undefined) return { pointer, annotations: {} };
    reportMistakes(object);
    const raw = validating(upgrade(object));
    for (const keyword of foreignKeywords)
      if (member(raw.value, keyword) !== undefined)
        reader.report("schema-keyword", joinPointer(pointer, keyword), keyword);
    const view = { ...outer, scope: scopes.enter(outer.scope, pointer) };
    const [ref, ...more] = lowerRefs(raw, view);
    const types = lowerTypes(reader, raw);
    const schema = collapse(
      present({
        pointer,
        ref,
        binary: isBinary(raw) || undefined,
        types,
        ...lowerEnum(reader, raw, types),
        string: lowerString(reader, raw, asserts, converts),
        number: lowerNumber(reader, raw, asserts),
        array: lowerArray(raw, view),
        object: lowerObject(raw, view),
        allOf: some([
          ...more.map((id) => ({ pointer, ref: id, annotations: {} })),
          ...lowerList(raw, "allOf", view),
        ]),
        anyOf: some(lowerList(raw, "anyOf", view)),
        oneOf: some(lowerList(raw, "oneOf", view)),
        not: lowerField(raw, "not", view),
        conditional: lowerConditional(raw, view),
        discriminator: lowerDiscriminator(reader, raw),
        annotations: lowerAnnotations(reader, raw, asserts),
      }),
    );
    return withConverter(schema, converts);
  };

  /** Without the keywords of the validation vocabulary, where the schema's dialect lacks it. */
  const validating = (raw: At<JsonObject>): At<JsonObject> => {
    if (identifiers.validates(raw.pointer)) return raw;
    const kept = Object.entries(raw.value).filter(([key]) => !validationKeywords.has(key));
    return { ...raw, value: Object.fromEntries(kept) };
  };

  const lowerField = (raw: At, key: string, view: View): Schema | undefined => {
    const value = field(raw, key);
    return value && lowerIn(value, view);
  };

  const lowerList = (raw: At, key: string, view: View): readonly Schema[] =>
    arrayField(reader, raw, key).map((each) => lowerIn(written(each, raw), view));

  /** What `nullable` of OpenAPI 3.0 becomes is written where the schema is. */
  const written = (each: At, raw: At): At =>
    valueAt(reader.root.value, each.pointer) === undefined ? { ...each, pointer: raw.pointer } : each;

  /** `$ref` and `$dynamicRef`. */
  const lowerRefs = (raw: At<JsonObject>, view: View): readonly SchemaId[] =>
    (["$ref", "$dynamicRef"] as const).flatMap((keyword) => {
      const ref = stringField(reader, raw, keyword);
      if (ref === undefined) return [];
      const pointer =
        keyword === "$ref"
          ? identifiers.resolve(ref, raw.pointer)
          : scopes.resolve(ref, raw.pointer, view.scope);
      if (pointer !== undefined && isThere(reader, pointer))
        return isOfKind(reader, raw, ref, pointer, "a schema") ? [wantIn(pointer, view)] : [];
      reportUnresolved(reader, joinPointer(raw.pointer, keyword), ref, pointer);
      return [];
    });

  const lowerConditional = (raw: At, view: View): Conditional | undefined => {
    const condition = lowerField(raw, "if", view);
    return (
      condition &&
      present({ if: condition, then: lowerField(raw, "then", view), else: lowerField(raw, "else", view) })
    );
  };

  const lowerArray = (raw: At<JsonObject>, view: View): ArrayRules | undefined => {
    const contained = lowerField(raw, "contains", view);
    const max = countField(reader, raw, "maxContains");
    const min = countField(reader, raw, "minContains") ?? 1;
    return nonEmpty({
      prefixItems: some(lowerList(raw, "prefixItems", view)),
      items: lowerField(raw, "items", view),
      minItems: countField(reader, raw, "minItems"),
      maxItems: countField(reader, raw, "maxItems"),
      uniqueItems: booleanField(reader, raw, "uniqueItems") || undefined,
      contains: contained && { schema: contained, min, ...(max === undefined ? {} : { max }) },
      unevaluatedItems: lowerField(raw, "unevaluatedItems", view),
    });
  };

  const lowerObject = (raw: At<JsonObject>, view: View): ObjectRules | undefined => {
    const others = otherProperties(raw.value);
    const additionalProperties = lowerField(raw, others, view);
    const patternProperties = lowerPatternProperties(raw, view);
    const properties = lowerProperties(raw, view, patternProperties, additionalProperties);
    const dependencies = members(objectField(reader, raw, "dependencies"));
    const rest = nonEmpty({
      additionalProperties,
      propertyNames: lowerField(raw, "propertyNames", view),
      minProperties: countField(reader, raw, "minProperties"),
      maxProperties: countField(reader, raw, "maxProperties"),
      dependentRequired: some(
        [
          ...members(objectField(reader, raw, "dependentRequired")),
          ...dependencies.filter((each) => isArray(each.value)),
        ].map((each): DependentRequired => ({ name: each.key, required: namesIn(each) })),
      ),
      dependentSchemas: some(
        [
          ...members(objectField(reader, raw, "dependentSchemas")),
          ...dependencies.filter((each) => !isArray(each.value)),
        ].map((each): DependentSchema => ({ name: each.key, schema: lowerIn(each, view) })),
      ),
      unevaluatedProperties:
        others === "unevaluatedProperties" ? undefined : lowerField(raw, "unevaluatedProperties", view),
    });
    if (properties.length === 0 && patternProperties.length === 0 && rest === undefined) return undefined;
    return { properties, patternProperties, ...rest };
  };

  /** The declared properties that are seen in the view's direction, then those that are only required. */
  const lowerProperties = (
    raw: At<JsonObject>,
    view: View,
    patterns: readonly PatternProperty[],
    additional: Schema | undefined,
  ): readonly Property[] => {
    const required = new Set(
      arrayField(reader, raw, "required").flatMap((each) => nameAt(each)?.value ?? []),
    );
    const declared = members(objectField(reader, raw, "properties"));
    const hidden = view.direction === "request" ? "readOnly" : "writeOnly";
    const own = declared
      .filter((each) => !isMarked(each, hidden))
      .map((each): Property => ({
        name: each.key,
        required: required.has(each.key),
        schema: lowerIn(each, view),
      }));
    for (const each of declared) required.delete(each.key);
    return [
      ...own,
      ...[...required].map((name): Property => {
        const matching = patterns.filter(({ pattern }) =>
          new RegExp(pattern.source, pattern.flags).test(name),
        );
        return { name, required: true, schema: otherSchema(raw, matching, additional), undeclared: true };
      }),
    ];
  };

  const lowerPatternProperties = (raw: At<JsonObject>, view: View): readonly PatternProperty[] =>
    members(objectField(reader, raw, "patternProperties")).flatMap((each) => {
      const pattern = readPattern(reader.report, each.key, each.pointer);
      return pattern === undefined ? [] : [{ pattern, schema: lowerIn(each, view) }];
    });

  const nameAt = (each: At): At<string> | undefined =>
    expect(reader, each, (v): v is string => typeof v === "string", "a property name");

  const namesIn = (list: At): readonly string[] => {
    const names = expect(reader, list, isArray, "an array");
    return (names?.value ?? []).flatMap(
      (value, i) => nameAt({ value, pointer: joinPointer(list.pointer, i) })?.value ?? [],
    );
  };

  return {
    lower: (place, direction) => lowerIn(place, { direction, scope: scopes.enter(new Map(), place.pointer) }),
    lowerPlace: ({ pointer, view }) => lowerIn(at(pointer), view),
    want(pointer, direction, unwritten) {
      if (unwritten !== undefined) unwrittenAt.set(pointer, unwritten);
      return wantIn(pointer, { direction, scope: new Map() });
    },
    directed,
    wanted,
  };
}

/** JSON Schema 2020-12 Validation, section 6. */
const validationKeywords: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...[
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
  ],
  ...["maxProperties", "minProperties", "required", "dependentRequired"],
]);

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** `allOf` with one member and no rule beside it is that member: the idiom for annotations beside a reference. */
function collapse(schema: Schema): Schema {
  const [only, ...more] = schema.allOf ?? [];
  if (only === undefined || more.length > 0 || hasRules(schema, "allOf")) return schema;
  return { ...only, annotations: { ...only.annotations, ...schema.annotations } };
}

/** What the rules for properties that are not declared say of one of them. */
function otherSchema(raw: At, matching: readonly PatternProperty[], additional: Schema | undefined): Schema {
  const [only, ...more] = matching.map((each) => each.schema);
  if (only === undefined)
    return additional ?? { pointer: joinPointer(raw.pointer, "required"), annotations: {} };
  return more.length === 0 ? only : { pointer: raw.pointer, annotations: {}, allOf: [only, ...more] };
}
