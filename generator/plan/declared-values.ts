/** Whether a value of the description can stand in code: a literal may have no properties but those that its type declares. */
import { type Json, isArray, isObject } from "../json.js";
import { type Schema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import type { Judge } from "../validate/proof.js";

/** Tells whether a literal of a value has the TypeScript type of a schema. */
export function declaredValues(table: SchemaTable, judge: Judge): (schema: Schema, value: Json) => boolean {
  /** Whether schemas that apply to one value declare all that is in it, in some choice of their branches. */
  const declares = (schemas: readonly Schema[], value: Json): boolean => {
    if (!isObject(value) && !isArray(value)) return true;
    return everyOf(schemas, value, []).some((parts) =>
      isArray(value)
        ? value.every((item, i) =>
            declares(
              parts.flatMap((each) => itemOf(each, i)),
              item,
            ),
          )
        : Object.entries(value).every(([key, member]) => declaresMember(parts, key, member)),
    );
  };

  const declaresMember = (parts: readonly Schema[], key: string, member: Json): boolean => {
    const closed = parts.filter(hasMembers);
    const inner = closed.flatMap((each) => memberOf(each, key));
    return closed.length === 0 || (inner.length > 0 && declares(inner, member));
  };

  /** What applies to a value in place, one list for each choice of branches that allow it. */
  const inPlace = (
    schema: Schema,
    value: Json,
    open: readonly SchemaId[],
  ): readonly (readonly Schema[])[] => {
    const { ref, allOf = [], anyOf, oneOf } = schema;
    if (ref !== undefined && open.includes(ref)) return [[]];
    const opened = ref === undefined ? open : [...open, ref];
    const whole = everyOf(
      [...(ref === undefined ? [] : [named(table, ref).schema]), ...allOf],
      value,
      opened,
    );
    const choices = [anyOf, oneOf].flatMap((branches) =>
      branches === undefined
        ? []
        : [
            branches
              .filter((each) => judge.accepts(each, value))
              .flatMap((each) => inPlace(each, value, opened)),
          ],
    );
    return product([[[schema]], whole, ...choices]);
  };

  const everyOf = (
    schemas: readonly Schema[],
    value: Json,
    open: readonly SchemaId[],
  ): readonly (readonly Schema[])[] => product(schemas.map((each) => inPlace(each, value, open)));

  return (schema, value) => judge.accepts(schema, value) && declares([schema], value);
}

/** One of each list, in all ways. */
const product = (lists: readonly (readonly (readonly Schema[])[])[]): readonly (readonly Schema[])[] =>
  lists.reduce<readonly (readonly Schema[])[]>(
    (all, list) => all.flatMap((before) => list.map((each) => [...before, ...each])),
    [[]],
  );

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
