/** Tells a log of each request and of what became of it. */
import { essence, isJson } from "./media-type.js";
import type { Middleware, OutgoingRequest } from "./middleware.js";
import { elapsed } from "./platform.js";
import { type PersonalData, type PersonalNames, mark, redacted } from "./redacted.js";

/** A request and its answer. No header is in it but the one that identifies the request. */
export interface LogEntry {
  readonly method: string;
  /** The path of the operation, its parameters in braces: what entries can be grouped by. */
  readonly path: string;
  /** Where it went, without credentials, and without the values in the query. */
  readonly url: string;
  /** Of the answer; absent where there is none. */
  readonly status?: number;
  /** The name of the error that there is in place of an answer: `TypeError`, `TimeoutError`, `AbortError`. */
  readonly error?: string;
  /** Milliseconds until the answer began, or the error came. */
  readonly duration: number;
  /** Which attempt it was, counted from 1, where something inside of `logging` repeats requests. */
  readonly attempt?: number;
  /** What the server calls the request. */
  readonly requestId?: string;
  /** The body that was sent, where bodies are wanted. */
  readonly sent?: unknown;
  /** The body of the answer, where bodies are wanted. */
  readonly received?: unknown;
}

/** What of requests is logged. */
export interface LoggingOptions {
  /** The header of answers that says what the server calls the request; `x-request-id` unless it is given. */
  readonly requestId?: string;
  /** Adds JSON and form bodies, without what is personal: give it `personalData`, or `{}` where nothing is. */
  readonly bodies?: PersonalData;
}

/**
 * Middleware that tells `log` of each request. As the first one it sees calls, retries included; as the last one it
 * sees each attempt. What `log` throws, the call throws.
 */
export function logging(
  log: (entry: LogEntry) => void,
  { requestId = "x-request-id", bodies }: LoggingOptions = {},
  clock: () => number = elapsed,
): Middleware {
  return async (request, next) => {
    const { method, path, attempt } = request;
    const start = clock();
    const begun = { method, path, url: shown(request.url), ...(attempt === undefined ? {} : { attempt }) };
    const personal = bodies && (bodies[`${method} ${path}`] ?? []);
    const sent = personal && sentBody(request, personal);
    const common = { ...begun, ...(sent === undefined ? {} : { sent }) };
    const answer = await next(request).catch((error: unknown) => {
      log({
        ...common,
        error: error instanceof Error ? error.name : typeof error,
        duration: clock() - start,
      });
      throw error;
    });
    const duration = clock() - start;
    const id = answer.headers.get(requestId);
    const received = personal && (await receivedBody(answer, personal));
    log({
      ...common,
      status: answer.status,
      duration,
      ...(id === null ? {} : { requestId: id }),
      ...(received === undefined ? {} : { received }),
    });
    return answer;
  };
}

/**
 * A URL with the names of its query alone: values, and what stands before the host, can be secrets. A query without names
 * is a value.
 */
function shown({ origin, pathname, search, searchParams }: URL): string {
  if (/^\?[^=]+$/.test(search)) return `${origin}${pathname}?…`;
  const names = [...new Set(searchParams.keys())].map((name) => `${encodeURIComponent(name)}=…`);
  return origin + pathname + (names.length === 0 ? "" : `?${names.join("&")}`);
}

const sentBody = ({ headers, body }: OutgoingRequest, personal: PersonalNames): unknown =>
  typeof body === "string" ? readable(headers, body, personal) : undefined;

/** Reads a copy of a body that ends; the answer itself stays unread. */
async function receivedBody(answer: Response, personal: PersonalNames): Promise<unknown> {
  if (!isReadable(answer.headers)) return undefined;
  try {
    return readable(answer.headers, await answer.clone().text(), personal);
  } catch {
    return undefined;
  }
}

const typeOf = (headers: Headers): string => essence(headers.get("content-type") ?? "");
const isForm = (headers: Headers): boolean => typeOf(headers) === "application/x-www-form-urlencoded";

/** Not text, where nobody knows what is personal; not bytes; not streams of events. */
const isReadable = (headers: Headers): boolean => isJson(typeOf(headers)) || isForm(headers);

function readable(headers: Headers, text: string, personal: PersonalNames): unknown {
  if (!isReadable(headers) || text === "") return undefined;
  if (isForm(headers)) return redacted(fields(text), personal);
  try {
    return redacted(JSON.parse(text), personal);
  } catch {
    return mark;
  }
}

/** A field that occurs more than once is a list. */
function fields(text: string): object {
  const all = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      const values = all.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
