/** Query parameters of style `deepObject` (OpenAPI 3.1.1, section 4.8.12.4). */
import { isObject, isPrimitive } from "./members.js";
import { type Encode, type ParameterValue, encode, textsOf } from "./texts.js";

/**
 * The pairs of values: a pair for each member, its name in brackets, which are percent-encoded. The standard leaves open
 * what is in members: objects go on in brackets, arrays repeat their name, as most servers read them.
 */
export function deepObject(values: object, encodeValue: Encode = encode): string {
  return Object.entries(values)
    .flatMap(([name, value]) => pairsOf(name, value, encodeValue))
    .join("&");
}

function pairsOf(name: string, value: unknown, encodeValue: Encode): string[] {
  if (isObject(value))
    return Object.entries(value).flatMap(([member, each]) =>
      pairsOf(`${name}[${member}]`, each, encodeValue),
    );
  if (![value].flat().every(isPrimitive))
    throw new TypeError(`no style can write objects in the array ${name}`);
  return textsOf(value as ParameterValue).map((each) => `${encode(name, name)}=${encodeValue(name, each)}`);
}
