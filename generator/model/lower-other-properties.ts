/** Which keyword speaks of the properties that a schema does not name. */
import { type JsonObject, isObject } from "../json.js";

/** Those that may evaluate properties in its place (JSON Schema 2020-12, section 11.3). */
const applicators = [
  ...["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "then", "else"],
  ...["dependentSchemas", "dependencies"],
];

/**
 * Where nothing else evaluates properties, those that are unevaluated are the additional ones, so that they are typed, read
 * and checked like these. A schema that refuses them keeps its keyword, which its issues name.
 */
export function otherProperties(schema: JsonObject): "additionalProperties" | "unevaluatedProperties" {
  const has = (key: string): boolean => Object.hasOwn(schema, key);
  const isAlone = !has("additionalProperties") && !applicators.some(has);
  return isAlone && isObject(schema["unevaluatedProperties"])
    ? "unevaluatedProperties"
    : "additionalProperties";
}
