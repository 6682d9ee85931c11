/** Query parameters whose items are one value (OpenAPI 3.1.1, section 4.8.12.4). */
import { type Encode, type ParameterValues, encode, textsOf } from "./texts.js";

/** Pairs of which each holds all items, separated by commas: style `form` without `explode`. */
export function joined(values: ParameterValues, encodeValue: Encode = encode): string {
  // A comma that `encodeValue` leaves in an item would be a separator.
  return pairs(values, (name, items) =>
    items.map((each) => encodeValue(name, each).replaceAll(",", "%2C")).join(","),
  );
}

/** The same for style `spaceDelimited`. Throws on an item with a space, which would be two. */
export function spaceDelimited(values: ParameterValues, encodeValue: Encode = encode): string {
  return pairs(values, (name, items) => delimited(name, items, " ", encodeValue));
}

/** The same for style `pipeDelimited`. Throws on an item with a pipe, which would be two. */
export function pipeDelimited(values: ParameterValues, encodeValue: Encode = encode): string {
  return pairs(values, (name, items) => delimited(name, items, "|", encodeValue));
}

function pairs(values: ParameterValues, write: (name: string, items: readonly string[]) => string): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${encode(name, name)}=${write(name, textsOf(value))}`],
    )
    .join("&");
}

/** The separators are percent-encoded, for no query may hold them, and so they look as they would in an item. */
function delimited(
  name: string,
  items: readonly string[],
  separator: " " | "|",
  encodeValue: Encode,
): string {
  const bad = items.find((each) => each.includes(separator) && items.length > 1);
  if (bad !== undefined)
    throw new TypeError(`an item of parameter ${name} holds what separates items: ${JSON.stringify(bad)}`);
  return items.map((each) => encodeValue(name, each)).join(encode(name, separator));
}
