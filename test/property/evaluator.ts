/**
 * JSON Schema 2020-12 as its text says it (Core, sections 7.1, 10 and 11): each schema gives a verdict, and the names
 * and indexes that it has evaluated. Assertions are left to ajv.
 */
import { regExp } from "./ajv.js";
import type { Assertions } from "./assertions.js";
import { type Resource, resourcesOf } from "./resources.js";

type Fields = Readonly<Record<string, unknown>>;
type Schema = boolean | Fields;

/** The names of properties and the indexes of items that a valid value had evaluated; false where it is invalid. */
type Evaluated = ReadonlySet<string | number> | false;

/** A schema that applies to a value, and what is known where it stands. */
interface Application {
  readonly schema: Fields;
  readonly evaluated: Set<string | number>;
  /** Whether another schema applies to the value itself: what that evaluates is evaluated here too. */
  readonly inPlace: (schema: unknown) => boolean;
  /** Whether a schema, which adds nothing to what is evaluated here, allows a value. */
  readonly allows: (schema: unknown, value: unknown) => boolean;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const nothing: ReadonlySet<never> = new Set();

/** Judges values by the schemas of a document: by the schema itself, or by some in a description. */
export function evaluator(
  document: object,
  asserts: Assertions,
): (schema: unknown, value: unknown) => boolean {
  const resources = resourcesOf(document);

  const evaluate = (schema: Schema, value: unknown, outer: readonly Resource[]): Evaluated => {
    if (typeof schema === "boolean") return schema && nothing;
    if (!asserts(schema, value)) return false;
    const resource = resources.of(schema);
    const scope = outer.at(-1) === resource ? outer : [...outer, resource];
    const evaluated = new Set<string | number>();
    const inPlace = (each: unknown): boolean => {
      const result = evaluate(each as Schema, value, scope);
      for (const key of result || nothing) evaluated.add(key);
      return result !== false;
    };
    const allows = (each: unknown, part: unknown): boolean => evaluate(each as Schema, part, scope) !== false;
    const application: Application = { schema, evaluated, inPlace, allows };

    const { $ref, $dynamicRef } = schema;
    const isValid =
      ($ref === undefined || inPlace(resources.referred($ref as string, schema))) &&
      ($dynamicRef === undefined ||
        inPlace(resources.dynamicallyReferred($dynamicRef as string, schema, scope))) &&
      keepsBranches(application, value) &&
      (!isFields(value) || keepsObject(application, value)) &&
      (!Array.isArray(value) || keepsArray(application, value));
    return isValid && evaluated;
  };

  return (schema, value) => evaluate(schema as Schema, value, []) !== false;
}

function keepsBranches({ schema, inPlace, allows }: Application, value: unknown): boolean {
  const { allOf, anyOf, oneOf, not } = schema as Readonly<Record<string, readonly unknown[] | undefined>>;
  if (allOf?.every(inPlace) === false) return false;
  // All branches that fit have a say in what is evaluated.
  if (anyOf !== undefined && anyOf.filter(inPlace).length === 0) return false;
  if (oneOf !== undefined && oneOf.filter(inPlace).length !== 1) return false;
  if (not !== undefined && allows(not, value)) return false;
  if (schema["if"] === undefined) return true;
  const next = inPlace(schema["if"]) ? schema["then"] : schema["else"];
  return next === undefined || inPlace(next);
}

function keepsObject(application: Application, value: Fields): boolean {
  const { schema, evaluated, allows } = application;
  const names = Object.keys(value);
  const { propertyNames, unevaluatedProperties } = schema;
  const judged = (name: string, each: unknown): boolean => {
    evaluated.add(name);
    return allows(each, value[name]);
  };
  return (
    keepsDependencies(application, value) &&
    (propertyNames === undefined || names.every((name) => allows(propertyNames, name))) &&
    names.every((name) => rulesOf(schema, name).every((each) => judged(name, each))) &&
    (unevaluatedProperties === undefined ||
      names.every((name) => evaluated.has(name) || judged(name, unevaluatedProperties)))
  );
}

/** `dependencies` is of older drafts, and joins both keywords. */
function keepsDependencies({ schema, inPlace }: Application, value: Fields): boolean {
  const { dependentSchemas = {}, dependencies = {} } = schema;
  const present = [dependentSchemas, dependencies]
    .flatMap((each) => Object.entries(each as Fields))
    .filter(([name]) => Object.hasOwn(value, name));
  return present.every(([, each]) =>
    Array.isArray(each) ? each.every((name) => Object.hasOwn(value, name as string)) : inPlace(each),
  );
}

/** The schemas that apply to a property (Core, section 10.3.2). */
function rulesOf(schema: Fields, name: string): readonly unknown[] {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const own = Object.hasOwn(properties as Fields, name) ? [(properties as Fields)[name]] : [];
  const matching = Object.entries(patternProperties as Fields).filter(([pattern]) =>
    regExp(pattern).test(name),
  );
  const known = [...own, ...matching.map(([, each]) => each)];
  return known.length > 0 || additionalProperties === undefined ? known : [additionalProperties];
}

function keepsArray({ schema, evaluated, allows }: Application, value: readonly unknown[]): boolean {
  const { prefixItems = [], items, contains, unevaluatedItems } = schema;
  const { minContains = 1, maxContains = Infinity } = schema as Readonly<Record<string, number>>;
  const heads = prefixItems as readonly unknown[];
  const indexes = [...value.keys()];
  const judged = (index: number, each: unknown): boolean => {
    if (each === undefined) return true;
    evaluated.add(index);
    return allows(each, value[index]);
  };
  if (!indexes.every((index) => judged(index, index < heads.length ? heads[index] : items))) return false;
  if (contains !== undefined) {
    const found = indexes.filter((index) => allows(contains, value[index]));
    for (const index of found) evaluated.add(index);
    if (found.length < minContains || found.length > maxContains) return false;
  }
  return indexes.every((index) => evaluated.has(index) || judged(index, unevaluatedItems));
}
