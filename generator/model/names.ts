/** From names in a description to TypeScript identifiers: deterministic, never numbered. */
import { isBuiltin } from "node:module";
import type { Report } from "../diagnostics.js";

/** Words that cannot name a binding in strict-mode module code (ECMA-262, section 12.7.2), and two that must not. */
const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "Infinity NaN return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text) && !reserved.has(text);
}

/** `phone_number` → `PhoneNumber`. Words are runs of letters and digits; the inside of a word stays as it is. */
export function pascalCase(text: string): string {
  const joined = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  if (reserved.has(joined)) return `${joined}_`;
  return /^[A-Za-z_$]/.test(joined) ? joined : `_${joined}`;
}

/** A status as a word in a name: `200`, `4XX`, `Default`. */
export const statusWord = (status: string): string => pascalCase(status).replace(/^_/, "");

/** `PhoneNumber` → `phoneNumber`, `HTTPError` → `httpError`. */
export function camelCase(text: string): string {
  const name = pascalCase(text);
  const camel = name.replace(/^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (head) => head.toLowerCase());
  return reserved.has(camel) || camel === "then" ? `${camel}_` : camel; // A module with a `then` passes for a promise.
}

/** `PhoneNumber` → `phone-number`: a file name that is the same on file systems that ignore case. */
export function kebabCase(text: string): string {
  return words(text)
    .join("-")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** What a package is called where nobody says so: the title, as npm allows it. What is called like a module of Node is never found. */
export function nameOfTitle(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 214)
    .replace(/^-+|-+$/g, "");
  return name === "" ? "api" : isBuiltin(name) ? `${name}-api` : name;
}

/**
 * File names to choose from, for something called `name`: short, the same where case is ignored, and none that
 * Windows keeps for itself. The second one has a digest of the pointer in it.
 */
export function fileNames(name: string, pointer: string): readonly [string, string] {
  const short = kebabCase(name).slice(0, 80) || "unnamed";
  const own = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `${short}_` : short;
  let hash = 0;
  for (const each of pointer) hash = (Math.imul(hash, 31) + (each.codePointAt(0) ?? 0)) >>> 0;
  return [own, `${own}-${hash.toString(36)}`];
}

/** Letters outside ASCII are spelled by their code points, so that every name can be typed on every keyboard. */
function words(text: string): string[] {
  const ascii = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .replace(/ß/g, "ss")
    .replace(/[^\x00-\x7f]/gu, (each) => `-u${each.codePointAt(0)?.toString(16)}-`); // eslint-disable-line no-control-regex
  return ascii.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

/** Names that stay, by `#` and the pointer of what has them; each map is of one module, where no two are the same. */
export interface KeptNames {
  /** Of operations and schemas. */
  readonly names: ReadonlyMap<string, string>;
  /** Of webhooks and callbacks. */
  readonly webhooks: ReadonlyMap<string, string>;
}

/**
 * Hands out names so that no two things share one: the first claim of a name gets it. Claims are made in an order that
 * does not depend on the order of the description, so neither do the names.
 */
export class NameTable {
  readonly #report: Report | undefined;
  readonly #owners = new Map<string, string>();
  readonly #locked: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, string>();
  readonly #keys = new Set<string>();

  /**
   * Without a `report`, falling back to another name is nothing that the author needs to know. `locked` are names that
   * belong to something already, by its key.
   */
  constructor(
    report: Report | undefined,
    taken: readonly string[] = [],
    locked: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#report = report;
    this.#locked = locked;
    for (const [key, name] of locked) this.#owners.set(name, key);
    for (const name of taken) this.#owners.set(name, "");
  }

  /** The names of what has a key: those that were locked, and those given since. */
  get kept(): ReadonlyMap<string, string> {
    return new Map([...this.#locked, ...this.#kept]);
  }

  /**
   * The name of what has a key: the one that it has always had, or else a free one, which it keeps. What stands in several
   * places has one key: the first of them keeps its name.
   */
  claimKept(key: string, wishes: readonly [string, ...string[]], pointer: string): string {
    if (this.#keys.has(key)) return this.claim(wishes, pointer);
    this.#keys.add(key);
    const locked = this.#locked.get(key);
    if (locked === undefined || this.#owners.get(locked) !== key) {
      const name = this.claim(wishes, pointer);
      this.#kept.set(key, name);
      return name;
    }
    if (!wishes.includes(locked))
      this.#report?.("name-kept", pointer, `${wishes[0]} would be its name now; it stays ${locked}`);
    return locked;
  }

  /** The first of the names that is free, or else a spelling of the pointer, which nothing else has. */
  claim(wishes: readonly [string, ...string[]], pointer: string): string {
    const name = wishes.find((wish) => !this.#owners.has(wish)) ?? exactName(pointer);
    if (name !== wishes[0]) {
      const owner = this.#owners.get(wishes[0]) || "every package";
      this.#report?.(
        "name-collision",
        pointer,
        `${wishes[0]} already belongs to ${owner}; this one becomes ${name}`,
      );
    }
    this.#owners.set(name, pointer);
    return name;
  }
}

/** A spelling that no other text has: what is not a letter or digit becomes `$` and its code point. */
export function exactName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9]/gu, (each) => `$${each.codePointAt(0)?.toString(16)}`);
  return isIdentifier(name) ? name : `_${name}`;
}

/** Names that every object inherits. */
export const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
