/** An operation as a server sees it: which requests are its own, how they are read, what they are answered with. */
import type { FixtureOptions, Overrides } from "./fixture.js";
import type { TextRules } from "./readings.js";
import type { Place } from "./url-pattern.js";
import type { Validator } from "./validator.js";

/** `P` are the parameters that a call of the operation takes, `R` maps its documented statuses to their bodies. */
export interface Route<P, R> extends Place {
  /** The HTTP method, in capitals. */
  readonly method: string;
  readonly parameters: readonly RouteParameter[];
  readonly body?: RouteBody;
  /** What is answered unless something else is said: the first documented success. */
  readonly status: number;
  readonly answers: RouteAnswers<R>;
  /** Never there: it carries the types. */
  readonly types?: { readonly params: P; readonly responses: R };
}

export interface RouteParameter {
  readonly in: "path" | "query" | "header" | "cookie";
  /** The name on the wire. */
  readonly name: string;
  /** The name among the parameters, where it is another one. */
  readonly property?: string;
  readonly required?: true;
  readonly reads?: TextRules;
  /** An array is one text, its items separated by commas; otherwise each item is a text of its own. */
  readonly joined?: true;
  /** Makes values of what stands in the request; absent where that is the same. */
  readonly read?: (wire: unknown) => unknown;
  readonly validator: Validator<unknown>;
}

export interface RouteBody {
  /** Where the description speaks of it: a JSON Pointer with `#` before it. */
  readonly place: string;
  /** The media type. */
  readonly type: string;
  readonly codec: "json" | "form" | "text" | "binary";
  readonly required?: true;
  /** Makes values of what stands in the request; absent where that is the same. */
  readonly read?: (wire: unknown) => unknown;
  /** Makes values of JSON whose digits would be lost otherwise. */
  readonly parse?: (text: string) => unknown;
  /** Bytes have none. */
  readonly validator?: Validator<unknown>;
  /** The fields of a form that are not just strings, by name. */
  readonly fields?: Readonly<Record<string, TextRules>>;
  /** All other fields of a form, where they are not just strings. */
  readonly others?: TextRules;
}

/** By status, range (`4XX`) or `default`. */
export type RouteAnswers<R> = { readonly [S in keyof R]: RouteAnswer<R[S]> };

/** Without a media type there is no body. */
export interface RouteAnswer<T> {
  readonly type?: string;
  /** JSON unless it is given. */
  readonly codec?: "text" | "binary";
  /** Makes what stands in the answer; absent where that is the same as the value. */
  readonly write?: (value: unknown) => unknown;
  /** Writes JSON where digits would be lost. */
  readonly stringify?: (body: unknown) => string | undefined;
  /** Makes a valid body; absent where nothing is known of the body, or no fixture of it can be made. */
  make?(overrides?: Overrides<T>, options?: FixtureOptions): T;
}
