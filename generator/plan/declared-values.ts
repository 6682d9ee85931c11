/** Whether a value of the description can stand in code: a literal may have no properties but those that its type declares. */
import { type Json, isArray, isObject } from "../json.js";
import { type Schema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import type { Judge } from "../validate/proof.js";

/** Tells whether a literal of a value has the TypeScript type of a schema. */
export function declaredValues(table: SchemaTable, judge: Judge): (schema: Schema, value: Json) => boolean {
  /** Whether schemas that apply to one value declare all that is in it. */
  const declares = (schemas: readonly Schema[], value: Json): boolean => {
    if (!isObject(value) && !isArray(value)) return true;
    const parts = everyOf(schemas, value, []);
    return isArray(value)
      ? value.every((item, i) => {
          const items = parts.flatMap((each) => itemOf(each, i));
          return declares(items, item);
        })
      : Object.entries(value).every(([key, member]) => declaresMember(parts, key, member));
  };

  const declaresMember = (parts: readonly Schema[], key: string, member: Json): boolean => {
    const closed = parts.filter(hasMembers);
    const inner = closed.flatMap((each) => memberOf(each, key));
    return closed.length === 0 || (inner.length > 0 && declares(inner, member));
  };

  /** What applies to a value in place; of alternatives the first that allows it, whose type is enough for it to have. */
  const inPlace = (schema: Schema, value: Json, open: readonly SchemaId[]): readonly Schema[] => {
    const { ref, allOf = [], anyOf = [], oneOf = [] } = schema;
    if (ref !== undefined && open.includes(ref)) return [];
    const chosen = [anyOf, oneOf].flatMap(
      (branches) => branches.find((each) => judge.accepts(each, value)) ?? [],
    );
    const target = ref === undefined ? [] : [named(table, ref).schema];
    const opened = ref === undefined ? open : [...open, ref];
    return [schema, ...everyOf([...target, ...allOf, ...chosen], value, opened)];
  };

  const everyOf = (schemas: readonly Schema[], value: Json, open: readonly SchemaId[]): readonly Schema[] =>
    schemas.flatMap((each) => inPlace(each, value, open));

  return (schema, value) => judge.accepts(schema, value) && declares([schema], value);
}

/** Whether the type of a schema names members; that of another is open, or left to what applies beside it. */
const hasMembers = ({ object }: Schema): boolean =>
  object !== undefined &&
  (object.properties.length + object.patternProperties.length > 0 ||
    object.additionalProperties !== undefined);

const memberOf = ({ object }: Schema, key: string): readonly Schema[] => {
  const { properties = [], patternProperties = [], additionalProperties: others } = object ?? {};
  const own = properties.find((each) => each.name === key);
  if (own !== undefined) return [own.schema];
  return [
    ...patternProperties.map((each) => each.schema),
    ...(others === undefined || others.never ? [] : [others]),
  ];
};

const itemOf = ({ array }: Schema, index: number): readonly Schema[] => {
  const item = array?.prefixItems?.[index] ?? array?.items;
  return item === undefined ? [] : [item];
};
