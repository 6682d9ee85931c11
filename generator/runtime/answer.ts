/** What an operation can be answered with, and the answer that is made of it. */
import type { Overrides } from "./fixture.js";
import type { StartsWith, StatusCode, StatusOf, SuccessKey } from "./result.js";
import type { Route, RouteAnswer } from "./route.js";

/** A documented status, and what its body has in place of the fixture's values. */
export type Answer<R> = {
  [K in keyof R]: {
    readonly status: Sendable<R, K>;
    readonly body?: Overrides<R[K]>;
    /** They win over the documented media type. */
    readonly headers?: Readonly<Record<string, string>>;
  };
}[keyof R];

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
  const described = describedBy(route, status);
  const all = new Headers(described.type === undefined ? {} : { "content-type": described.type });
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  if (isBodiless(status)) all.delete("content-type");
  // An answer to HEAD has the headers of one to GET (RFC 9110, section 9.3.2).
  if (described.type === undefined || isBodiless(status) || method === "HEAD")
    return new Response(null, { status, headers: all });
  const { make, codec } = described;
  if (make === undefined && body === undefined && codec !== "binary")
    throw new TypeError(
      `there is no fixture for ${status} of ${route.method} ${route.path}: the answer needs a body`,
    );
  const whole = make === undefined ? body : make(body, { seed });
  return new Response(written(whole, described), { status, headers: all });
}

/** What is documented of a status: of itself, of its range, or of all the rest. */
function describedBy<P, R>({ answers }: Route<P, R>, status: number): RouteAnswer<unknown> {
  const table = answers as Readonly<Record<string, RouteAnswer<unknown> | undefined>>;
  return table[status] ?? table[`${String(status)[0]}XX`] ?? table["default"] ?? {};
}

/** RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
const isBodiless = (status: number): boolean => [204, 205, 304].includes(status);

function written(body: unknown, described: RouteAnswer<unknown>): string | Blob | null {
  const { codec, write, stringify = JSON.stringify } = described;
  const onWire = write === undefined ? body : write(body);
  if (codec === undefined) return stringify(onWire) ?? null;
  return onWire === undefined ? null : (onWire as string | Blob);
}
