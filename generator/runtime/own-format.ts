/** Formats of the package's own whose values have a type of their own. */
import { type FormatConverter, type Wire } from "./converter.js";

/** What the module of such a format has. */
export interface Codec<V> {
  readonly is: (text: string) => boolean;
  readonly read: (text: string) => V;
  readonly write: (value: V) => string;
}

/** The converter of a format, by whose name issues call the type of its values: those that can be written as a text of it. */
export function ownFormat<V>(type: string, { is, read, write }: Codec<V>): FormatConverter {
  const textOf = (value: unknown): string | undefined => {
    if (typeof value === "string") return undefined;
    const text = tried(() => write(value as V));
    return typeof text === "string" && is(text) ? text : undefined;
  };
  const isValue = (value: unknown): boolean => textOf(value) !== undefined;
  return {
    type,
    is: isValue,
    isOfType: isValue,
    read: (wire) => (typeof wire === "string" && is(wire) ? (tried(() => read(wire)) ?? wire) : wire),
    write: (value) => (textOf(value) ?? value) as Wire<typeof value>,
  };
}

/** Codecs are written for their own values: what they throw for others says that these are none. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
