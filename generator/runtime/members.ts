/** Objects as the values of parameters (OpenAPI 3.1.1, section 4.8.12.4). */
import type { ParameterValue } from "./texts.js";

/** What a parameter can be whose schema allows objects. Their members are primitives. */
export type ObjectValue = ParameterValue | object;

export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members of an object that are not undefined. Throws on one that is an object, or where `allowed` denies it. */
export function membersOf(
  value: object,
  allowed: (member: unknown) => boolean = isPrimitive,
): (readonly [name: string, value: ParameterValue])[] {
  return Object.entries(value as Readonly<Record<string, ParameterValue>>).filter(([name, member]) => {
    if (!allowed(member)) throw new TypeError(`the style of a parameter cannot write its member ${name}`);
    return member !== undefined;
  });
}

export const isPrimitive = (value: unknown): boolean => typeof value !== "object" || value === null;

/** An object as the list of its names and values in turn, `R,100,G,200` once it is joined; anything else as it is. */
export function flat(value: ObjectValue): ParameterValue {
  return (isObject(value) ? membersOf(value).flat() : value) as ParameterValue;
}

/** An object as the list of its assignments, `R=100,G=200` once it is joined; anything else as it is. */
export function assigned(value: ObjectValue): ParameterValue {
  return isObject(value)
    ? membersOf(value).map(([name, member]) => `${name}=${String(member ?? "")}`)
    : (value as ParameterValue);
}
