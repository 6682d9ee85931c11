/** What is wrong with a value, and where. */

/** Says what an issue means. */
export type Messages = (issue: Issue) => string;

/** What stood where something else was expected. */
export interface Received {
  readonly type: string;
  /** A plain value; of a string no more than four characters, so that secrets stay secret. */
  readonly preview: string;
}

let messages: Messages = ({ code, expected = "" }) => `must satisfy ${code} ${String(expected)}`.trimEnd();

/** Replaces the text of all messages: `english`, or a translation of your own. */
export function setMessages(replacement: Messages): void {
  messages = replacement;
}

const none: readonly never[] = [];

/** One thing that is wrong with a value. */
export class Issue {
  /** Property names and array indexes from the root to the offending value. */
  declare path: readonly (string | number)[];
  /** What is wrong: the keyword, `never` where nothing is allowed, or `depth` where nesting has no end. */
  declare readonly code: string;
  /** What the keyword asks for: a type, a limit, a pattern, the allowed values. */
  declare readonly expected: unknown;
  /** Private, because it may be a secret: logs and JSON show a preview at most. */
  readonly #value: unknown;
  /** The property whose schema is broken, where `#place` is the place of the schema that declares it. */
  readonly #property: string | number | undefined;
  #place: string;

  /** The value stands under a key; `place` is that of the broken schema, unless it is that of the property. */
  constructor(value: unknown, code: string, expected: unknown, key?: string | number, place?: string) {
    this.path = key === undefined ? none : [key];
    this.code = code;
    this.expected = expected;
    this.#value = value;
    this.#property = place === undefined ? key : undefined;
    this.#place = place ?? "";
  }

  /** The JSON Schema keyword that is broken. */
  get keyword(): string {
    return this.code;
  }

  /** For `anyOf` and `oneOf`: the issues of the branch that fits best. */
  get causes(): readonly Issue[] {
    return none;
  }

  /** Where the description says so: the JSON Pointer of the schema. */
  get schema(): string {
    return this.#place + properties(this.#property);
  }

  /** The path as a JSON Pointer (RFC 6901). */
  get pointer(): string {
    return this.path.map(step).join("");
  }

  get message(): string {
    return messages(this);
  }

  get received(): Received {
    const value = this.#value;
    return {
      type: typeOf(value),
      preview:
        typeof value === "string"
          ? value.replace(/^(.{4}).+$/su, "$1…")
          : Object(value) === value
            ? ""
            : String(value),
    };
  }

  toString(): string {
    return `${this.pointer || "the value"} ${this.message}`;
  }

  /** What an issue looks like as JSON. */
  toJSON(): object {
    const { keyword, causes, pointer, message, received, schema } = this;
    return { ...this, keyword, causes, pointer, message, received, schema };
  }

  /** The issue as seen from outside: the value stands under a key, its schema at a place; that of the property, say. */
  within(key: string | number | undefined, place?: string): void {
    if (key !== undefined) this.path = [key, ...this.path];
    const inner = this.#place;
    if (inner === "") this.#place = place ?? properties(key);
    // What stands in front of an absolute place says nothing more.
    else if (inner[0] !== "#") this.#place = (place ?? properties(key)) + inner;
  }
}

/** Tells issues, from an index on, as they are seen from outside. */
export function lift(
  issues: readonly Issue[],
  from: number,
  key: string | number | undefined,
  place?: string,
): void {
  for (let i = from; i < issues.length; i++) (issues[i] as Issue).within(key, place);
}

/** From the schema of an object to that of one of its properties. */
const properties = (key: string | number | undefined): string =>
  key === undefined ? "" : `/properties${step(key)}`;

/** The JSON type of a value, or what JavaScript calls a value that is none of JSON. */
export function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** A step of a JSON Pointer. */
export function step(key: string | number): string {
  // Few keys have a character that is written in another way, and looking for one is cheap.
  return `/${/[~/]/.test(String(key)) ? String(key).replaceAll("~", "~0").replaceAll("/", "~1") : key}`;
}
