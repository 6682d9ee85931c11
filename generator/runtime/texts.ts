/** From the values of parameters to texts (RFC 6570, section 2.3, and RFC 3986, section 2.1). */

export type Primitive = string | number | boolean | bigint | null | undefined;

/** What a parameter can be: a primitive, or an array of them. */
export type ParameterValue = Primitive | readonly Primitive[];

/** Parameters by their names on the wire. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** The texts of a value's items, of which a primitive has one: undefined is left out, null is empty. */
export function textsOf(value: ParameterValue): string[] {
  const items = (Array.isArray(value) ? value : [value]) as readonly Primitive[];
  return items.filter((each) => each !== undefined).map((each) => `${each ?? ""}`);
}

/** A value of a parameter is not sent: it is half of a surrogate pair, or `why` tells more. */
export const unfit = (name: string, value: unknown, why: string = ""): TypeError =>
  new TypeError(`parameter ${name} cannot be ${JSON.stringify(value)}${why}`);

/** Percent-encodes a text; the name is that of the parameter, for errors. */
export type Encode = (name: string, text: string) => string;

/** Percent-encodes what is not unreserved (RFC 3986, section 2.3). */
export function encode(name: string, text: string): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw unfit(name, text);
  }
}
