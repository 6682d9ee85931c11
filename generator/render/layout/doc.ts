/**
 * Documents that can be laid out in several ways, and the choice between them: each group stands on one line where it fits, and
 * is broken where it does not (P. Wadler, "A prettier printer"; the rules of choice are those of Prettier).
 */

export type Doc = string | readonly Doc[] | Line | Indent | Group | IfBreak | Fill;

interface Line {
  readonly kind: "line";
  /** What it is where it is not broken; undefined where it always is. */
  readonly flat: "" | " " | undefined;
}

interface Indent {
  readonly kind: "indent";
  readonly contents: Doc;
  /** The group that must be broken for this to be indented. */
  readonly with: symbol | undefined;
}

export interface Group {
  readonly kind: "group";
  readonly contents: Doc;
  /** Whether it is broken for sure. */
  readonly breaks: boolean;
  /** Ways to lay it out, from the tightest on; the last one is taken where none fits. */
  readonly states: readonly Doc[] | undefined;
  /** What it is known by to others. */
  readonly id: symbol | undefined;
}

interface IfBreak {
  readonly kind: "ifBreak";
  readonly broken: Doc;
  readonly flat: Doc;
  /** The group that is asked; the enclosing one where it is undefined. */
  readonly of: symbol | undefined;
}

/** Items and what stands between them by turns: as many on a line as there is room for. */
interface Fill {
  readonly kind: "fill";
  readonly parts: readonly Doc[];
}

export const line: Doc = { kind: "line", flat: " " };
export const softline: Doc = { kind: "line", flat: "" };
export const hardline: Doc = { kind: "line", flat: undefined };

export const indent = (contents: Doc, only?: symbol): Doc => ({ kind: "indent", contents, with: only });
export const ifBreak = (broken: Doc, flat: Doc = "", of?: symbol): Doc => ({
  kind: "ifBreak",
  broken,
  flat,
  of,
});
export const fill = (parts: readonly Doc[]): Doc => ({ kind: "fill", parts });
export const group = (contents: Doc, breaks: boolean = false, id?: symbol): Group => ({
  kind: "group",
  contents,
  breaks: breaks || isBroken(contents),
  states: undefined,
  id,
});

/** The first of several layouts that fits; what is broken in the first one breaks none of the groups around it. */
export const firstFitting = (states: readonly Doc[]): Group => ({
  kind: "group",
  contents: states[0] ?? "",
  breaks: false,
  states,
  id: undefined,
});

export function joined(separator: Doc, docs: readonly Doc[]): Doc {
  const parts: Doc[] = [];
  for (const each of docs) {
    if (parts.length > 0) parts.push(separator);
    parts.push(each);
  }
  return parts;
}

const isList = (doc: Doc): doc is readonly Doc[] => Array.isArray(doc);

/** Whether a document is broken for sure. */
export function isBroken(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(isBroken);
  switch (doc.kind) {
    case "line":
      return doc.flat === undefined;
    case "group":
      return doc.breaks;
    case "indent":
      return isBroken(doc.contents);
    case "ifBreak":
      return isBroken(doc.broken) || isBroken(doc.flat);
    case "fill":
      return doc.parts.some(isBroken);
  }
}

/** Whether a document can be broken. */
export function canBreak(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(canBreak);
  switch (doc.kind) {
    case "line":
      return true;
    case "group":
    case "indent":
      return canBreak(doc.contents);
    case "ifBreak":
      return canBreak(doc.broken) || canBreak(doc.flat);
    case "fill":
      return doc.parts.some(canBreak);
  }
}

/** The same on one line. */
export function unbroken(doc: Doc): Doc {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return doc.map(unbroken);
  switch (doc.kind) {
    case "line":
      return doc.flat ?? doc;
    case "group":
      return unbroken(doc.contents);
    case "indent":
      return unbroken(doc.contents);
    case "ifBreak":
      return unbroken(doc.flat);
    case "fill":
      return doc.parts.map(unbroken);
  }
}

type Mode = "broken" | "flat";

interface Command {
  readonly indentation: number;
  readonly mode: Mode;
  readonly doc: Doc;
}

/** The text of a document in lines of at most `width` columns, where that is possible. */
export function print(doc: Doc, width: number): string {
  const out: string[] = [];
  const modes = new Map<symbol, Mode>();
  const commands: Command[] = [{ indentation: 0, mode: "broken", doc }];
  let column = 0;
  const fits = (next: Command, alone: boolean = false): boolean =>
    fitsIn(next, alone ? [] : commands, width - column, modes);
  for (let command = commands.pop(); command !== undefined; command = commands.pop()) {
    const { indentation, mode, doc: current } = command;
    const push = (each: Doc, as: Mode = mode, by: number = 0): void =>
      void commands.push({ indentation: indentation + by, mode: as, doc: each });
    if (typeof current === "string") {
      out.push(current);
      column += widthOf(current);
    } else if (isList(current)) {
      for (let i = current.length - 1; i >= 0; i--) push(current[i] ?? "");
    } else
      switch (current.kind) {
        case "line":
          if (mode === "flat" && current.flat !== undefined) {
            out.push(current.flat);
            column += current.flat.length;
          } else {
            trimEnd(out);
            out.push(`\n${" ".repeat(indentation)}`);
            column = indentation;
          }
          break;
        case "indent":
          push(
            current.contents,
            mode,
            current.with === undefined || modes.get(current.with) === "broken" ? 2 : 0,
          );
          break;
        case "ifBreak":
          push(
            (current.of === undefined ? mode : modes.get(current.of)) === "broken"
              ? current.broken
              : current.flat,
          );
          break;
        case "group": {
          const chosen = choose(current, mode, indentation, fits);
          if (current.id !== undefined) modes.set(current.id, chosen.mode);
          commands.push(chosen);
          break;
        }
        case "fill": {
          const [item, separator, ...rest] = current.parts;
          if (item === undefined) break;
          const flat: Command = { indentation, mode: "flat", doc: item };
          const itemFits = fits(flat, true);
          if (separator === undefined) {
            commands.push(itemFits ? flat : { ...flat, mode: "broken" });
            break;
          }
          const [next] = rest;
          const pair: Command = { indentation, mode: "flat", doc: [item, separator, next ?? ""] };
          const pairFits = next === undefined ? itemFits : fits(pair, true);
          push(fill(rest));
          push(separator, pairFits ? "flat" : "broken");
          commands.push(itemFits ? flat : { ...flat, mode: "broken" });
        }
      }
  }
  return out.join("");
}

/** How a group is laid out. */
function choose(
  { contents, breaks, states }: Group,
  mode: Mode,
  indentation: number,
  fits: (command: Command) => boolean,
): Command {
  const as = (of: Mode, doc: Doc): Command => ({ indentation, mode: of, doc });
  const widest = states?.at(-1) ?? contents;
  if (mode === "flat") return breaks ? as("broken", widest) : as("flat", contents);
  if (breaks) return as("broken", widest);
  const flat = as("flat", contents);
  if (fits(flat)) return flat;
  for (const state of states?.slice(1) ?? []) if (fits(as("flat", state))) return as("flat", state);
  return as("broken", widest);
}

/** Whether a command, and what follows it up to the first line that is broken, has room in `width` columns. */
function fitsIn(
  next: Command,
  rest: readonly Command[],
  width: number,
  modes: ReadonlyMap<symbol, Mode>,
): boolean {
  let room = width;
  let left = rest.length;
  const stack: [Mode, Doc][] = [[next.mode, next.doc]];
  while (room >= 0) {
    const top = stack.pop();
    if (top === undefined) {
      if (left === 0) return true;
      const { mode, doc } = rest[--left] as Command;
      stack.push([mode, doc]);
      continue;
    }
    const [mode, doc] = top;
    if (typeof doc === "string") room -= widthOf(doc);
    else if (isList(doc)) for (let i = doc.length - 1; i >= 0; i--) stack.push([mode, doc[i] ?? ""]);
    else
      switch (doc.kind) {
        case "line":
          if (mode === "broken" || doc.flat === undefined) return true;
          room -= doc.flat.length;
          break;
        case "indent":
          stack.push([mode, doc.contents]);
          break;
        case "ifBreak": {
          const asked = doc.of === undefined ? mode : (modes.get(doc.of) ?? "flat");
          stack.push([mode, asked === "broken" ? doc.broken : doc.flat]);
          break;
        }
        case "group": {
          const inner = doc.breaks ? "broken" : mode;
          stack.push([inner, inner === "broken" ? (doc.states?.at(-1) ?? doc.contents) : doc.contents]);
          break;
        }
        case "fill":
          for (let i = doc.parts.length - 1; i >= 0; i--) stack.push([mode, doc.parts[i] ?? ""]);
      }
  }
  return false;
}

/** No line ends with a space. */
function trimEnd(out: string[]): void {
  for (let last = out.pop(); last !== undefined; last = out.pop()) {
    const trimmed = last.replace(/[\t ]+$/, "");
    if (trimmed === "") continue;
    out.push(trimmed);
    return;
  }
}

/** Only texts of which each character takes one column are measured. */
export const isMeasurable = (text: string): boolean => !/[^\n\x20-\x7e\u00a1-\u02ff\u2010-\u2027]/.test(text);
const widthOf = (text: string): number => text.length;
