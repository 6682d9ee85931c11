/** What strings match a pattern: its structure, its lengths, and how to keep it within given lengths. */
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Pattern, StringRules } from "./schema.js";

/** Strings that match a pattern, as a recipe for making some of them. Lengths count code points. */
export type Shape =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "chars"; readonly alphabet: string; readonly min: number; readonly max: number }
  | { readonly kind: "sequence"; readonly parts: readonly Shape[] }
  | { readonly kind: "choice"; readonly options: readonly Shape[] }
  | { readonly kind: "repeat"; readonly part: Shape; readonly min: number; readonly max: number };

export interface PatternShape {
  readonly shape: Shape;
  /**
   * Whether all strings of the shape match, and are as long as matches can be. What looks around is left out, and what is
   * referred back to is narrowed to one text: then the strings must be tried.
   */
  readonly exact: boolean;
  /** The alternatives of the whole pattern. */
  readonly alternatives: readonly Alternative[];
  /** Whether a match must begin and end where the string does. */
  readonly anchored: boolean;
}

export interface Alternative {
  readonly shape: Shape;
  /** Whether anything may stand before a match, and behind one. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

const known = new WeakMap<Pattern, { readonly shape: PatternShape | undefined }>();

/** The shape of a pattern, or undefined where it names characters that no string of ours has. Worked out once. */
export function patternShape(pattern: Pattern): PatternShape | undefined {
  const found = known.get(pattern) ?? { shape: shapeOfPattern(pattern) };
  known.set(pattern, found);
  return found.shape;
}

function shapeOfPattern({ source, flags }: Pattern): PatternShape | undefined {
  const tree = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: flags === "u" });
  const starts = tree.alternatives.every((each) => isEdge(each.elements[0], "start"));
  const ends = tree.alternatives.every((each) => isEdge(each.elements.at(-1), "end"));
  const reading: Reading = { flags, isExact: true };
  try {
    const alternatives = tree.alternatives.map(({ elements }) => ({
      shape: sequence(
        elements.filter(
          (each, i) =>
            !(i === 0 && isEdge(each, "start")) && !(i === elements.length - 1 && isEdge(each, "end")),
        ),
        reading,
      ),
      openStart: !isEdge(elements[0], "start"),
      openEnd: !isEdge(elements.at(-1), "end"),
    }));
    const options = alternatives.map((each) => each.shape);
    return {
      shape: options.length === 1 ? (options[0] as Shape) : { kind: "choice", options },
      exact: reading.isExact,
      alternatives,
      anchored: starts && ends,
    };
  } catch (cause) {
    if (cause instanceof Unsupported) return undefined;
    throw cause;
  }
}

/** How a pattern is read, and whether everything in it could be said by its shape so far. */
interface Reading {
  readonly flags: Pattern["flags"];
  isExact: boolean;
}

/** How long the strings of a shape are. */
export function lengthsOf(shape: Shape): Range {
  switch (shape.kind) {
    case "text":
      return { min: [...shape.text].length, max: [...shape.text].length };
    case "chars":
      return { min: shape.min, max: shape.max };
    case "sequence":
      return total(shape.parts.map(lengthsOf));
    case "choice": {
      const all = shape.options.map(lengthsOf);
      return { min: Math.min(...all.map((each) => each.min)), max: Math.max(...all.map((each) => each.max)) };
    }
    case "repeat": {
      const part = lengthsOf(shape.part);
      return {
        min: shape.min * part.min,
        max: shape.max === 0 ? 0 : part.max === 0 ? 0 : shape.max * part.max,
      };
    }
  }
}

/** The shape with its freedom cut down so that every string is `min` to `max` long, or undefined where none is. */
export function fit(shape: Shape, { min, max }: Range): Shape | undefined {
  const natural = lengthsOf(shape);
  if (natural.max < min || natural.min > max) return undefined;
  switch (shape.kind) {
    case "text":
      return shape;
    case "chars":
      return { ...shape, min: Math.max(shape.min, min), max: Math.min(shape.max, max) };
    case "choice": {
      const options = shape.options.flatMap((each) => fit(each, { min, max }) ?? []);
      return options.length === 0 ? undefined : { kind: "choice", options };
    }
    case "sequence": {
      const parts = share(shape.parts.map(lengthsOf), { min, max }).map((range, i) =>
        fit(shape.parts[i] as Shape, range),
      );
      if (parts.every((each) => each !== undefined)) return { kind: "sequence", parts };
      const exact = fitEach(shape.parts, { min, max });
      return exact && { kind: "sequence", parts: exact };
    }
    case "repeat": {
      const part = lengthsOf(shape.part);
      for (let count = shape.min; count <= Math.min(shape.max, shape.min + max + 1); count++) {
        if (count * part.max < min) continue;
        if (count * part.min > max) return undefined;
        const parts = Array.from({ length: count }, () => shape.part);
        const fitted = fit({ kind: "sequence", parts }, { min, max });
        if (fitted !== undefined) return fitted;
      }
      return undefined;
    }
  }
}

/** Parts whose lengths have gaps (3 or 5, say) are tried out one after the other, as long as there are few. */
function fitEach(parts: readonly Shape[], { min, max }: Range): readonly Shape[] | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return min <= 0 ? [] : undefined;
  if (parts.length > 6) return undefined;
  const [own, others] = [lengthsOf(first), total(rest.map(lengthsOf))];
  const most = Math.min(own.max, max - others.min, own.min + 64);
  for (let length = Math.max(own.min, min - others.max); length <= most; length++) {
    const fitted = fit(first, { min: length, max: length });
    const more = fitted && fitEach(rest, { min: min - length, max: max - length });
    if (fitted !== undefined && more !== undefined) return [fitted, ...more];
  }
  return undefined;
}

/** Shares a total length out among parts: first what is needed, then what is left, from the first part to the last. */
function share(parts: readonly Range[], wanted: Range): readonly Range[] {
  let missing = Math.max(0, wanted.min - total(parts).min);
  const raised = parts.map(({ min, max }) => {
    const more = Math.min(missing, max - min);
    missing -= more;
    return { min: min + more, max };
  });
  let spare = wanted.max - total(raised).min;
  return raised.map(({ min, max }) => {
    const room = Math.min(spare, max - min);
    spare -= room;
    return { min, max: min + room };
  });
}

const total = (ranges: readonly Range[]): Range => ({
  min: ranges.reduce((sum, each) => sum + each.min, 0),
  max: ranges.reduce((sum, each) => sum + each.max, 0),
});

class Unsupported extends Error {}

const isEdge = (element: AST.Element | undefined, kind: "start" | "end"): boolean =>
  element?.type === "Assertion" && element.kind === kind;

function sequence(elements: readonly AST.Element[], reading: Reading): Shape {
  const parts: Shape[] = [];
  for (const element of elements) {
    const part = shapeOf(element, reading);
    const last = parts.at(-1);
    if (part.kind === "text" && last?.kind === "text")
      parts[parts.length - 1] = { kind: "text", text: last.text + part.text };
    else parts.push(part);
  }
  return parts.length === 1 ? (parts[0] as Shape) : { kind: "sequence", parts };
}

function shapeOf(element: AST.Element, reading: Reading): Shape {
  switch (element.type) {
    case "Character":
      return { kind: "text", text: String.fromCodePoint(element.value) };
    case "CharacterClass":
    case "CharacterSet":
    case "ExpressionCharacterClass":
      return { kind: "chars", alphabet: alphabetOf(element.raw, reading.flags), min: 1, max: 1 };
    case "Group":
    case "CapturingGroup": {
      const options = element.alternatives.map((each) => sequence(each.elements, reading));
      const shape: Shape = options.length === 1 ? (options[0] as Shape) : { kind: "choice", options };
      return element.type === "CapturingGroup" && element.references.length > 0 ? narrowed(shape) : shape;
    }
    case "Quantifier": {
      const part = shapeOf(element.element, reading);
      const { min, max } = element;
      // The same character a number of times is one of an alphabet of one, which is short to say.
      if (part.kind === "text" && part.text.length === 1 && min === max)
        return { kind: "chars", alphabet: part.text, min, max };
      return part.kind === "chars" && part.min === 1 && part.max === 1
        ? { ...part, min, max }
        : { kind: "repeat", part, min, max };
    }
    case "Assertion":
      reading.isExact = false;
      return nothing;
    case "Backreference": {
      reading.isExact = false;
      const [group] = [element.resolved].flat();
      const isInside = group !== undefined && group.start <= element.start && element.end <= group.end;
      return group === undefined || isInside ? nothing : shapeOf(group, reading);
    }
  }
}

const nothing: Shape = { kind: "text", text: "" };

/** The first and shortest text of a shape, which can be written down twice. */
function narrowed(shape: Shape): Shape {
  const text = (each: Shape): string => {
    switch (each.kind) {
      case "text":
        return each.text;
      case "chars":
        return each.alphabet.charAt(0).repeat(each.min);
      case "sequence":
        return each.parts.map(text).join("");
      case "choice":
        return text(each.options[0] ?? nothing);
      case "repeat":
        return text(each.part).repeat(each.min);
    }
  };
  return { kind: "text", text: text(shape) };
}

/** Characters that a class matches: the plainest kind that it has any of. */
function alphabetOf(raw: string, flags: Pattern["flags"]): string {
  const expression = new RegExp(`^(?:${raw})$`, flags);
  for (const kind of kindsOfCharacters) {
    const found = kind.filter((each) => expression.test(each));
    if (found.length > 0) return found.slice(0, 64).join("");
  }
  throw new Unsupported();
}

const kindsOfCharacters: readonly (readonly string[])[] = [
  [...between("0", "9"), ...between("a", "z")],
  between("A", "Z"),
  between("!", "~"),
  [" "],
  between("\u00a1", "\u2fff"),
  between("\0", "\x1f"),
];

function between(from: string, to: string): string[] {
  const [start, end] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: end - start + 1 }, (_, i) => String.fromCharCode(start + i));
}

/** Whether the pattern alone makes sure of the lengths, so that checking them again would be work for nothing. */
export function impliesLengths({ minLength, maxLength, pattern }: StringRules): boolean {
  if (pattern?.flags !== "u") return false;
  const found = patternShape(pattern);
  if (!found?.anchored || !found.exact) return false;
  const { min, max } = lengthsOf(found.shape);
  return min >= (minLength ?? 0) && max <= (maxLength ?? Infinity);
}
