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

/** Where an issue was seen: under a key, by a schema at a place; what is nearer to the value is inside. */
interface Sight {
  readonly key: string | number | undefined;
  readonly place: string | undefined;
  readonly inner: Sight | undefined;
}

const none: readonly never[] = [];

/** One thing that is wrong with a value. */
export class Issue {
  /** Property names and array indexes from the root to the offending value. */
  path: readonly (string | number)[] = none;
  /** What is wrong: the keyword, `never` where nothing is allowed, or `depth` where nesting has no end. */
  declare readonly code: string;
  /** The JSON Schema keyword that is broken. */
  declare readonly keyword: string;
  /** What the keyword asks for: a type, a limit, a pattern, the allowed values. */
  declare readonly expected: unknown;
  /** For `anyOf` and `oneOf`: the issues of the branch that fits best. */
  declare readonly causes: readonly Issue[];
  readonly #value: unknown;
  #sight: Sight | undefined;

  constructor(value: unknown, code: string, expected: unknown, causes: readonly Issue[] = none) {
    this.#value = value;
    this.code = this.keyword = code;
    this.expected = expected;
    this.causes = causes;
  }

  /** Where the description says so: the JSON Pointer of the schema. Worked out when it is asked for. */
  get schema(): string {
    let pointer = "";
    for (let each = this.#sight; each; each = each.inner) {
      const place = each.place ?? `/properties${step(each.key as string)}`;
      pointer = place[0] === "#" ? place : pointer + place;
    }
    return pointer;
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
      type: value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
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
    const { pointer, message, received, schema } = this;
    return { ...this, pointer, message, received, schema };
  }

  /** The issue as seen from outside: the value stands under a key, its schema at a place; that of the property, say. */
  within(key: string | number | undefined, place?: string): void {
    if (key !== undefined) this.path = [key, ...this.path];
    this.#sight = { key, place, inner: this.#sight };
    for (const cause of this.causes) cause.within(key, place);
  }
}

/** A step of a JSON Pointer. */
export function step(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
