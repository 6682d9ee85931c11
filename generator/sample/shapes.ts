/** What can be told of schemas and values at a glance. */
import type { Json } from "../json.js";
import { patternShape } from "../model/pattern-shape.js";
import type { JsonType, Schema } from "../model/schema.js";

/** A value that holds no others. */
export const isPlain = (value: Json): boolean => typeof value !== "object" || value === null;

/** Whether rules meet that are not sure to be kept by samples made for each of them alone. */
export function needsTrial(schema: Schema): boolean {
  const { string = {}, number = {}, array = {}, object, enum: values } = schema;
  const { format, pattern, minLength, maxLength } = string;
  return (
    [schema.ref, schema.allOf, schema.anyOf, schema.oneOf, schema.not, schema.conditional].some(isDefined) ||
    (format !== undefined && [pattern, minLength, maxLength].some(isDefined)) ||
    (pattern !== undefined && schema.annotations.format !== undefined) ||
    (pattern !== undefined && patternShape(pattern)?.exact === false) ||
    (number.multipleOf !== undefined && number.format !== undefined) ||
    (values !== undefined && schema.types === undefined) ||
    [array.uniqueItems, array.contains, array.unevaluatedItems].some(isDefined) ||
    [object?.propertyNames, object?.dependentRequired, object?.dependentSchemas].some(isDefined) ||
    object?.unevaluatedProperties !== undefined ||
    (object?.patternProperties.length ?? 0) > 0
  );
}

const isDefined = (value: unknown): boolean => value !== undefined;

/** The types to try, likely ones first: those that the rules speak of where none is asked for, and null last. */
export function typesToTry(rules: Schema): readonly JsonType[] {
  if (rules.types !== undefined)
    return [
      ...rules.types.filter((each) => each !== "null"),
      ...rules.types.filter((each) => each === "null"),
    ];
  const spoken = (["object", "array", "string", "number"] as const).filter((type) => type in rules);
  const others = (["string", "number", "boolean", "array", "object", "null"] as const).filter(
    (type) => !spoken.some((each) => each === type),
  );
  return [...spoken, ...others];
}
