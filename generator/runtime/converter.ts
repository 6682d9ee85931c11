/**
 * Between what stands on the wire and the values that a package's types speak of. What cannot be converted stays as it is, in
 * both ways: a validator then says what is wrong with it.
 */

/** What stands on the wire for a `T`. An integer is a bigint where a number would lose digits. */
export type Wire<T> = T extends Date | Uint8Array
  ? string
  : typeof text extends keyof T
    ? string
    : T extends bigint
      ? number | bigint
      : T extends Blob
        ? T
        : T extends object
          ? { [K in keyof T]: Wire<T[K]> }
          : T;

/** A value of a format whose type is `V`: what tells its type from that of other values is never there. */
export type Own<V> = V & { readonly [text]?: never };

/** Marks the types of values that stand on the wire as texts. */
declare const text: unique symbol;

export interface Converter {
  /** From the wire. A value, or an object that holds some, may stand there already. */
  readonly read: (wire: unknown) => unknown;
  /** To the wire. */
  readonly write: <T>(value: T) => Wire<T>;
}

/** The one way between the texts or numbers of a format and values of another type. */
export interface FormatConverter extends Converter {
  /** What issues call the type of its values. */
  readonly type: string;
  readonly isOfType: (value: unknown) => boolean;
  /** Whether a value is of the type, and the format allows what is written of it. */
  readonly is: (value: unknown) => boolean;
}

/** What makes a converter of a format. */
export interface FormatRules<V> {
  readonly type: FormatConverter["type"];
  readonly isOfType: (value: unknown) => value is V;
  /** Whether the format allows what is written of a value. */
  readonly allows: (value: V) => boolean;
  /** The value of a text or number; undefined where it is not of the format. */
  readonly read: (wire: string | number) => V | undefined;
  readonly write: (value: V) => Wire<V>;
}

export function formatConverter<V>(rules: FormatRules<V>): FormatConverter {
  const { type, isOfType, allows, read, write } = rules;
  return {
    type,
    isOfType,
    is: (value) => isOfType(value) && allows(value),
    read: (wire) => (typeof wire === "string" || typeof wire === "number" ? read(wire) : undefined) ?? wire,
    write: (value) => (isOfType(value) ? write(value) : value) as Wire<typeof value>,
  };
}
