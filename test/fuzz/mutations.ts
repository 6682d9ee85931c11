/** Ways in which the text of a description is damaged. */
import fc from "fast-check";

/** A text made of others; `pick` chooses among so many. */
export type Mutation = (text: string, pick: (count: number) => number) => string;

/** What breaks programs where it stands for something else. */
const hostile: readonly string[] = [
  ...["null", "true", "-1", "1e999", "9223372036854775808", "0.1", "''", "[]", "{}", "~", "[[[[", "}}}}"],
  ...[
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"\\u0000"',
    '"\\ud800"',
    '"#"',
    '"#/"',
    '"#/%"',
    '"../x"',
  ],
  ...["&a [*a]", "*a", "!!binary x", "!!timestamp 2020-01-01", "no", "\t", "\u2028", "? x", "- ", "<<: *a"],
  ...[
    '{ $ref: "#" }',
    '{ $ref: "#/components" }',
    '"(a+)+$"',
    "99999999999999999999",
    '"*/*"',
    '"{}"',
    '"/"',
  ],
];

const between = (text: string, pick: (count: number) => number): readonly [number, number] => {
  const start = pick(text.length);
  return [start, Math.min(text.length, start + 1 + pick(40))];
};

const lines = (text: string): string[] => text.split("\n");

const mutations: Readonly<Record<string, Mutation>> = {
  "a slice removed": (text, pick) => {
    const [start, end] = between(text, pick);
    return text.slice(0, start) + text.slice(end);
  },
  "a slice doubled": (text, pick) => {
    const [start, end] = between(text, pick);
    return text.slice(0, end) + text.slice(start);
  },
  "a slice moved": (text, pick) => {
    const [start, end] = between(text, pick);
    const rest = text.slice(0, start) + text.slice(end);
    const at = pick(rest.length + 1);
    return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
  },
  "a character replaced": (text, pick) => {
    const at = pick(text.length);
    return text.slice(0, at) + String.fromCharCode(pick(0x250)) + text.slice(at + 1);
  },
  "a value replaced": (text, pick) => {
    const values = [...text.matchAll(/(?<=[:[,-] )[^\s,[\]{}]+/g)];
    const value = values[pick(Math.max(values.length, 1))];
    if (value === undefined) return text;
    const end = value.index + value[0].length;
    return text.slice(0, value.index) + (hostile[pick(hostile.length)] ?? "") + text.slice(end);
  },
  "a word replaced by another": (text, pick) => {
    const words = [...text.matchAll(/[$\w]+/g)];
    const [from, to] = [words[pick(words.length)], words[pick(words.length)]];
    if (from === undefined || to === undefined) return text;
    return text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
  },
  "a line removed": (text, pick) =>
    lines(text)
      .toSpliced(pick(lines(text).length), 1)
      .join("\n"),
  "a line moved": (text, pick) => {
    const all = lines(text);
    const [line = ""] = all.splice(pick(all.length), 1);
    all.splice(pick(all.length + 1), 0, line);
    return all.join("\n");
  },
  "a line indented": (text, pick) => {
    const all = lines(text);
    const at = pick(all.length);
    return all.with(at, `  ${all[at] ?? ""}`).join("\n");
  },
  "the end cut off": (text, pick) => text.slice(0, pick(text.length)),
};

/** One of some texts, damaged a few times; a text stays short enough to be read quickly. */
export const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.constantFrom(...Object.values(mutations)), { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat(0xffff_ffff)),
    )
    .map(([text, chosen, stream]) =>
      chosen.reduce(
        (all, mutation) => (all === "" ? all : mutation(all, (n) => (stream.next().value as number) % n)),
        text,
      ),
    );
