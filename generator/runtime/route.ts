/** An operation as a server sees it: which requests are its own, how they are read, what they are answered with. */
import type { RequestBody } from "./body.js";
import type { FixtureOptions, Overrides } from "./fixture.js";
import type { Issue } from "./issue.js";
import type { PageRequest } from "./page-request.js";
import type { TextRules } from "./readings.js";
import type { Read } from "./settled.js";
import type { Place } from "./url-pattern.js";
import type { Validator } from "./validator.js";

/** What requests and answers of an operation must be like; method and path tell which operation it is. */
export interface OperationChecks {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path below the base URL, with its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly RouteParameter[];
  readonly body?: RouteBody;
  /** Of answers that have a body: by status, range (`4XX`) or `default`. */
  readonly responses?: Readonly<Record<string, Validator<unknown>>>;
  /** What the headers of answers must be like, by status, range or `default`. */
  readonly headers?: Readonly<Record<string, readonly HeaderChecks[]>>;
  /** Of answers that are a series: what each item must be like. */
  readonly series?: Readonly<Record<string, SeriesChecks>>;
}

/** What a header of an answer must be like. */
export interface HeaderChecks {
  /** As in `headerValues`. */
  readonly name: string;
  readonly required?: true;
  /** Where the description speaks of it: a JSON Pointer with `#` before it. */
  readonly place: string;
  /** Absent where the header is whatever text it is. */
  readonly validator?: Validator<unknown>;
}

/** What the items of a series must be like. */
export interface SeriesChecks {
  readonly validator: Validator<unknown>;
  /** They are events, and this is said of their data. */
  readonly events?: true;
  /** Data may also be a text that is no JSON, of which nothing is said. */
  readonly loose?: true;
}

/** What a server knows of an operation besides. */
export interface RouteMore<R> extends Omit<Place, "path"> {
  /** What is answered unless something else is said: the first documented success. */
  readonly status: number;
  readonly answers: RouteAnswers<R>;
  /** For a list that comes in pages: what its body has in place of the fixture's values, so that no page follows. */
  readonly last?: (request: PageRequest) => unknown;
}

/** `P` are the parameters that a call of the operation takes, `R` maps its documented statuses to their bodies. */
export interface Route<P, R> extends OperationChecks, RouteMore<R> {
  /** Never there: it carries the types. */
  readonly types?: { readonly params: P; readonly responses: R };
}

/** How a parameter is written (OpenAPI 3.1, section 4.8.12.3). */
export type RouteStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

/** A route is what its operation is checked with, and what a server knows besides. */
export function route<P, R>(checks: OperationChecks, more: NoInfer<RouteMore<R>>): Route<P, R> {
  return { ...checks, ...more };
}

/** How values are made of what stands in a request, where they are of other types than that. */
export interface Conversion {
  /** Makes values of what stands there. */
  readonly convert?: (wire: unknown) => unknown;
  /** Reads JSON in which digits would be lost otherwise: what stands there with bigints in it. */
  readonly parse?: (text: string) => unknown;
}

export interface RouteParameter extends Conversion {
  readonly in: "path" | "query" | "header" | "cookie";
  /** The name on the wire. */
  readonly name: string;
  /** The name among the parameters, where it is another one. */
  readonly property?: string;
  readonly required?: true;
  readonly reads?: TextRules;
  /** `simple` in path and header, `form` in query and cookie unless it is given. */
  readonly style?: RouteStyle;
  /** Whether items and members are written one by one; the usual way of the style unless it is given. */
  readonly explode?: boolean;
  /** The text is JSON. */
  readonly json?: true;
  /** The text is the whole query. */
  readonly whole?: true;
  readonly validator: Validator<unknown>;
}

/** How a field of a form or of a body of parts stands there. Without a style it is as forms usually have it. */
export interface FieldRules extends TextRules, Pick<RouteParameter, "explode" | "json"> {
  /** As in a query. */
  readonly style?: Exclude<RouteStyle, "simple" | "label" | "matrix" | "cookie">;
}

/** How the parts of a name, or the items of an array of parts, are read. */
export interface PartRules extends FieldRules {
  /** They are bytes, whatever their media type is. */
  readonly file?: true;
  /** The media types that they can have, or ranges of them. */
  readonly mediaTypes?: readonly string[];
}

export interface RouteBody {
  readonly required?: true;
  /** Whether a call says of which media type the body is. */
  readonly chosen?: true;
  /** At least one, the usual one first. */
  readonly contents: readonly RouteContent[];
}

export interface RouteContent extends Conversion {
  /** Where the description speaks of it: a JSON Pointer with `#` before it. */
  readonly place: string;
  /** The media type, or a range of them. */
  readonly type: string;
  readonly read: (content: RouteContent, request: Request) => Promise<Read>;
  /** Bytes have none; of a series it is that of its items. */
  readonly validator?: Validator<unknown>;
  /** What is wrong with the media types of files that are to be sent. */
  readonly files?: (content: RouteContent, value: unknown) => readonly Issue[];
  /** The body is a series of values. */
  readonly series?: true;
  /** What a text can be read as that is not just a string. */
  readonly reads?: TextRules;
  /** The fields of a form that are not just strings, by name. */
  readonly fields?: Readonly<Record<string, PartRules>>;
  /** All other fields of a form, or the items of an array of parts, where they are not just strings. */
  readonly others?: PartRules;
  /** The first parts of an array or a series, by their places; `others` are all that follow. */
  readonly places?: readonly PartRules[];
}

/** By status, range (`4XX`) or `default`: one for each media type, the usual one first, none where there is no body. */
export type RouteAnswers<R> = { readonly [S in keyof R]: readonly RouteAnswer<R[S]>[] };

/** How the values of an answer become what stands there. */
export interface AnswerFormat {
  readonly type: string;
  /** Makes what stands in the answer of a value, or of each of a series; absent where that is the same. */
  readonly convert?: (value: unknown) => unknown;
  /** Writes JSON in which digits would be lost otherwise. */
  readonly stringify?: (wire: unknown) => string | undefined;
}

export interface RouteAnswer<T> extends AnswerFormat {
  /** As JSON unless it is given; with a media type where only who wrote the body knows all of it. */
  readonly write?: (
    body: unknown,
    format: AnswerFormat,
  ) => NonNullable<RequestInit["body"]> | RequestBody | null;
  /** Makes a valid body; absent where nothing is known of the body, or no fixture of it can be made. */
  make?(overrides?: Overrides<T>, options?: FixtureOptions): T;
  /** Makes an item of a body that is a series. */
  item?(overrides?: undefined, options?: FixtureOptions): unknown;
}
