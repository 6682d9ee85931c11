/** For each limit of a schema that leaves some room, what the values are like that are as close to it as may be. */
import type { Schema } from "../model/schema.js";
import type { Likeness } from "./case.js";

/** Longer texts and lists make no fixture that anyone would read. */
const longestText = 200;
const longestList = 20;

export function* extremes(schema: Schema): Iterable<Likeness> {
  const { string = {}, number = {}, array = {}, object } = schema;
  const { minLength, maxLength = Infinity } = string;
  if (minLength !== undefined && minLength <= longestText && minLength !== maxLength)
    yield {
      label: "minLength",
      schema: { ...schema, types: ["string"], string: { ...string, maxLength: minLength } },
    };
  if (maxLength <= longestText && minLength !== maxLength)
    yield {
      label: "maxLength",
      schema: { ...schema, types: ["string"], string: { ...string, minLength: maxLength } },
    };

  const { minimum, maximum } = number;
  if (minimum !== undefined)
    yield { label: "minimum", schema: { ...schema, number: { ...number, maximum: minimum } } };
  if (maximum !== undefined)
    yield { label: "maximum", schema: { ...schema, number: { ...number, minimum: maximum } } };

  const { minItems, maxItems = Infinity } = array;
  if (minItems !== undefined && minItems <= longestList && minItems !== maxItems)
    yield {
      label: "minItems",
      schema: { ...schema, types: ["array"], array: { ...array, maxItems: minItems } },
    };
  if (maxItems <= longestList && minItems !== maxItems)
    yield {
      label: "maxItems",
      schema: { ...schema, types: ["array"], array: { ...array, minItems: maxItems } },
    };

  if (object === undefined) return;
  const { minProperties, maxProperties = Infinity, properties } = object;
  const required = properties.filter((each) => each.required).length;
  for (const most of [required, required + 1, required + 2])
    if (most <= maxProperties)
      yield {
        label: "required",
        schema: { ...schema, types: ["object"], object: { ...object, maxProperties: most } },
      };
  if (minProperties !== undefined && minProperties <= longestList)
    yield {
      label: "minProperties",
      schema: { ...schema, types: ["object"], object: { ...object, maxProperties: minProperties } },
    };
  if (maxProperties <= longestList)
    yield {
      label: "maxProperties",
      schema: { ...schema, types: ["object"], object: { ...object, minProperties: maxProperties } },
    };
}
