/** Lays a document out: each group on one line where it has room, and broken where it has not. */
import { type Doc, type Group, fill, isList } from "./doc.js";

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
