/**
 * JSON Schema 2020-12 as its text says it (Core, sections 10 and 11): each schema gives a verdict, and the names and
 * indexes that it has evaluated. Ajv forgets or mixes up what was evaluated in some schemas, so it is only asked about
 * keywords that look at nothing else.
 */
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { regExp } from "./ajv.js";

type Fields = Readonly<Record<string, unknown>>;
type Schema = boolean | Fields;

interface Result {
  readonly valid: boolean;
  /** Names of properties and indexes of items; none where the value is invalid. */
  readonly evaluated: ReadonlySet<string | number>;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Applied here, and so kept from ajv. */
const applicators: ReadonlySet<string> = new Set([
  ...["$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"],
  ...["properties", "patternProperties", "additionalProperties", "propertyNames"],
  ...["prefixItems", "items", "contains", "minContains", "maxContains"],
  ...["unevaluatedItems", "unevaluatedProperties"],
]);

/** Judges a value by a schema; `resolve` gives the schema that a reference names. */
export function evaluator(
  ajv: Ajv2020,
  resolve: (ref: string) => unknown,
): (schema: unknown, value: unknown) => boolean {
  const assertions = new WeakMap<object, ValidateFunction>();

  /** What the schema says without applying other schemas. */
  const asserts = (schema: Fields, value: unknown): boolean => {
    const known = assertions.get(schema);
    if (known !== undefined) return known(value) as boolean;
    const own = Object.entries(schema).filter(([keyword]) => !applicators.has(keyword));
    assertions.set(schema, ajv.compile(Object.fromEntries(own)));
    return asserts(schema, value);
  };

  const evaluate = (schema: Schema, value: unknown): Result => {
    if (typeof schema === "boolean") return { valid: schema, evaluated: new Set() };
    const evaluated = new Set<string | number>();
    /** A schema that applies to the value itself: what it evaluates is evaluated here too. */
    const inPlace = (each: unknown): boolean => {
      const result = evaluate(each as Schema, value);
      for (const key of result.evaluated) evaluated.add(key);
      return result.valid;
    };
    const all = (list: unknown, test: (each: unknown) => boolean): boolean =>
      (list as readonly unknown[] | undefined)?.map(test).every(Boolean) !== false;
    const fitting = (list: unknown): number => (list as readonly unknown[]).filter(inPlace).length;

    const { $ref, allOf, anyOf, oneOf, not } = schema;
    const verdicts = [
      asserts(schema, value),
      $ref === undefined || inPlace(resolve($ref as string)),
      all(allOf, inPlace),
      anyOf === undefined || fitting(anyOf) > 0,
      oneOf === undefined || fitting(oneOf) === 1,
      not === undefined || !evaluate(not as Schema, value).valid,
      conditional(schema, inPlace),
      ...(isFields(value) ? properties(schema, value, evaluated, inPlace) : []),
      ...(Array.isArray(value) ? items(schema, value, evaluated) : []),
    ];
    return verdicts.every(Boolean) ? { valid: true, evaluated } : { valid: false, evaluated: new Set() };
  };

  const conditional = (schema: Fields, inPlace: (each: unknown) => boolean): boolean => {
    if (schema["if"] === undefined) return true;
    const next = inPlace(schema["if"]) ? schema["then"] : schema["else"];
    return next === undefined || inPlace(next);
  };

  function* properties(
    schema: Fields,
    value: Fields,
    evaluated: Set<string | number>,
    inPlace: (each: unknown) => boolean,
  ): Iterable<boolean> {
    const { properties: declared = {}, patternProperties = {}, dependentSchemas = {} } = schema;
    for (const [name, each] of Object.entries(dependentSchemas as Fields))
      if (Object.hasOwn(value, name)) yield inPlace(each);
    const known = new Set<string>();
    const judged = (name: string, each: unknown): boolean => {
      known.add(name);
      evaluated.add(name);
      return evaluate(each as Schema, value[name]).valid;
    };
    for (const [name, each] of Object.entries(declared as Fields))
      if (Object.hasOwn(value, name)) yield judged(name, each);
    for (const [pattern, each] of Object.entries(patternProperties as Fields))
      for (const name of Object.keys(value)) if (regExp(pattern).test(name)) yield judged(name, each);
    const { additionalProperties, propertyNames, unevaluatedProperties } = schema;
    for (const name of Object.keys(value)) {
      if (propertyNames !== undefined) yield evaluate(propertyNames as Schema, name).valid;
      if (additionalProperties !== undefined && !known.has(name)) yield judged(name, additionalProperties);
    }
    if (unevaluatedProperties !== undefined)
      for (const name of Object.keys(value).filter((each) => !evaluated.has(each)))
        yield judged(name, unevaluatedProperties);
  }

  function* items(
    schema: Fields,
    value: readonly unknown[],
    evaluated: Set<string | number>,
  ): Iterable<boolean> {
    const { prefixItems = [], items: rest, contains, minContains = 1, maxContains = Infinity } = schema;
    const heads = prefixItems as readonly unknown[];
    const judged = (index: number, each: unknown): boolean => {
      evaluated.add(index);
      return evaluate(each as Schema, value[index]).valid;
    };
    for (const index of value.keys()) {
      const each = index < heads.length ? heads[index] : rest;
      if (each !== undefined) yield judged(index, each);
    }
    if (contains !== undefined) {
      const found = [...value.keys()].filter((index) => evaluate(contains as Schema, value[index]).valid);
      for (const index of found) evaluated.add(index);
      yield found.length >= (minContains as number) && found.length <= (maxContains as number);
    }
    if (schema["unevaluatedItems"] !== undefined)
      for (const index of value.keys())
        if (!evaluated.has(index)) yield judged(index, schema["unevaluatedItems"]);
  }

  return (schema, value) => evaluate(schema as Schema, value).valid;
}
