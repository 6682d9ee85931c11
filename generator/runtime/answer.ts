/** What an operation can be answered with, and the answer that is made of it. */
import type { RequestBody } from "./body.js";
import type { Overrides } from "./fixture.js";
import { ofStatus } from "./of-status.js";
import type { StartsWith, StatusCode, StatusOf, SuccessKey } from "./result.js";
import type { Route, RouteAnswer } from "./route.js";
import { writeJson, writeRaw } from "./write-answer.js";

/** A documented status, and what its body has in place of the fixture's values. */
export type Answer<R> = {
  [K in keyof R]: {
    readonly status: Sendable<R, K>;
    readonly body?: Sent<R[K]>;
    /** They win over the documented media type. */
    readonly headers?: Readonly<Record<string, string>>;
  };
}[keyof R];

/** Changes to a fixture; a series as a whole. */
type Sent<T> = T extends AsyncIterable<infer Item> ? Iterable<Item> | T : Overrides<T>;

/** The statuses that are documented; beside a documented success, `default` stands for everything but success. */
export type AnswerStatus<R> = Answer<R>["status"];

/** Informational answers (RFC 9110, section 15.2) come before the one that counts. */
type Sendable<R, K> = Exclude<
  StatusOf<R, K>,
  | StartsWith<StatusCode, "1">
  | (K extends "default" ? ([SuccessKey<R>] extends [never] ? never : StartsWith<StatusCode, "2">) : never)
>;

/** An answer of whatever operation. */
interface AnyAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the answer to a request of the given method. Throws where a body is needed and there is no fixture of it. */
export function respond<P, R>(
  route: Route<P, R>,
  answer: number | AnyAnswer,
  method: string,
  seed: number = 0,
): Response {
  const { status, body, headers = {} } = typeof answer === "number" ? { status: answer } : answer;
  const described = describedBy(route, status, headers);
  const all = new Headers(described && { "content-type": described.type });
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  if (isBodiless(status)) all.delete("content-type");
  // An answer to HEAD has the headers of one to GET (RFC 9110, section 9.3.2).
  if (described === undefined || isBodiless(status) || method === "HEAD")
    return new Response(null, { status, headers: all });
  const written = bodyOf(described, body, seed, `${status} of ${route.method} ${route.path}`);
  if (!hasOwnType(written)) return new Response(written, { status, headers: all });
  all.set("content-type", written.type);
  return new Response(written.body, { status, headers: all });
}

function bodyOf(
  described: RouteAnswer<unknown>,
  given: unknown,
  seed: number,
  what: string,
): BodyInit | RequestBody | null {
  const { make, item, write = writeJson } = described;
  const whole = make === undefined ? (given ?? (item && [item(undefined, { seed })])) : make(given, { seed });
  if (whole === undefined && write !== writeRaw)
    throw new TypeError(`there is no fixture for ${what}: the answer needs a body`);
  return write(whole, described);
}

/** What is documented of a status, of its range, or of all the rest: of the media type that is given, or the usual one. */
function describedBy<P, R>(
  { answers }: Route<P, R>,
  status: number,
  headers: Readonly<Record<string, string>>,
): RouteAnswer<unknown> | undefined {
  const table = answers as Readonly<Record<string, readonly RouteAnswer<unknown>[] | undefined>>;
  const all = ofStatus(table, status) ?? table["default"] ?? [];
  const given = new Headers(headers).get("content-type");
  return all.find((each) => each.type === given) ?? all[0];
}

/** Only who wrote parts knows what separates them. */
const hasOwnType = (body: BodyInit | RequestBody | null): body is RequestBody =>
  "body" in (Object(body) as object);

/** RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
const isBodiless = (status: number): boolean => [204, 205, 304].includes(status);
