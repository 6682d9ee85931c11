/** Query parameters of style `form` that explode (RFC 6570, section 3.2.8). */
import { type ObjectValue, isObject, isPrimitive, membersOf } from "./members.js";
import { type Encode, type ParameterValue, encode, textsOf } from "./texts.js";

/** The pairs of values: the members of an object and the items of an array are pairs of their own. */
export function exploded(
  values: Readonly<Record<string, ObjectValue>>,
  encodeValue: Encode = encode,
): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      isObject(value) ? membersOf(value, isListOrPrimitive) : [[name, value as ParameterValue] as const],
    )
    .flatMap(([name, value]) =>
      textsOf(value).map((each) => `${encode(name, name)}=${encodeValue(name, each)}`),
    )
    .join("&");
}

/** An array in an object repeats the member's name, as it does in a form; the standard leaves it open. */
const isListOrPrimitive = (value: unknown): boolean => [value].flat().every(isPrimitive);
