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

export const isList = (doc: Doc): doc is readonly Doc[] => Array.isArray(doc);

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
