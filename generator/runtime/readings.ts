/** From texts on the wire to the values that they can stand for: what `encode` does, the other way round. */

/** A JSON type that a text can be read as. */
export type TextType = "bigint" | "boolean" | "number" | "string" | "null";

/** What the texts of a parameter or of a field of a form can be read as, in the order in which it is tried. */
export interface TextRules extends MemberRules<TextRules> {
  /** As one value; as a string where nothing is said of items either. */
  readonly types?: readonly TextType[];
  /** As the items of an array. */
  readonly items?: readonly TextType[];
}

/** How the members of an object are read. */
export interface MemberRules<Rules> {
  /** By name. */
  readonly fields?: Readonly<Record<string, Rules>>;
  /** All others; without it there are none. */
  readonly others?: Rules;
}

/** The values of a text as each of the types; the numbers are those of JSON (RFC 8259, section 6). */
const readers: Readonly<Record<TextType, (text: string) => readonly unknown[]>> = {
  bigint: (text) => (/^-?(0|[1-9]\d*)$/.test(text) ? [BigInt(text)] : []),
  boolean: (text) => (text === "true" || text === "false" ? [text === "true"] : []),
  number: (text) => (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? [Number(text)] : []),
  string: (text) => [text],
  null: (text) => (text === "" ? [null] : []),
};

/** Whether an object is meant, or can be. */
export const readsObject = ({ fields, others }: TextRules): boolean =>
  fields !== undefined || others !== undefined;

/** The rules for a member of an object; undefined for one that it does not have. */
export function memberRules<Rules>(
  { fields = {}, others }: MemberRules<Rules>,
  name: string,
): Rules | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : others;
}

/** A text that has none of the types stays a text, and its validator says what is wrong. */
function readText(text: string, types: readonly TextType[]): readonly unknown[] {
  const values = types.flatMap((type) => readers[type](text));
  return values.length === 0 ? [text] : values;
}

/**
 * The values that texts can stand for, at least one. `whole` holds the text of each time that the name occurs, `parts`
 * the texts of the items if they are an array.
 */
export function readings(
  whole: readonly string[],
  parts: readonly string[],
  { types, items }: TextRules,
): readonly unknown[] {
  const [only, ...more] = whole;
  const single = types ?? (items === undefined ? ["string"] : []);
  const values = only === undefined || more.length > 0 || single.length === 0 ? [] : readText(only, single);
  if (items === undefined) return values.length === 0 ? [whole] : values;
  const lists = parts.map((each) => readText(each, items));
  return [...values, lists.map((each) => each[0]), lists.map((each) => each.at(-1))];
}
