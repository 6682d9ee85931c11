/** Cookies of style `cookie` (OpenAPI 3.2, section 4.12.2.2): nothing is percent-encoded. */
import { type ObjectValue, isObject, membersOf } from "./members.js";
import { type ParameterValue, textsOf } from "./texts.js";

/**
 * The `cookie` header: items and members are cookies of their own, and `more` is one that is written already. Throws on
 * what would end a cookie or is no ASCII (RFC 6265, section 4.1.1): such a value must be given in escaped form.
 */
export function verbatim(values: Readonly<Record<string, ObjectValue>>, more?: string): string | undefined {
  const pairs = Object.entries(values)
    .flatMap(([name, value]) =>
      isObject(value) ? membersOf(value) : [[name, value as ParameterValue] as const],
    )
    .flatMap(([name, value]) => textsOf(value).map((each) => checked(name, `${name}=${each}`)));
  return [...pairs, ...(more === undefined ? [] : [more])].join("; ") || undefined;
}

/** The items of an array as one text, separated by commas. */
export function commaSeparated(value: ParameterValue): string | undefined {
  return value === undefined ? undefined : textsOf(value).join(",");
}

function checked(name: string, pair: string): string {
  if (/[^ -:<-~]/.test(pair))
    throw new TypeError(`cookie ${name} must hold ASCII without semicolons: ${JSON.stringify(pair)}`);
  return pair;
}
