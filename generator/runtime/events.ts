/** Answers that are a stream of events (HTML Standard, section 9.2). */
import { type Call, type Decode, send } from "./client.js";
import { unexpected } from "./decode.js";
import { ResponseError } from "./errors.js";
import { parsed } from "./json-lines.js";
import { linesOf } from "./lines.js";
import { wait } from "./platform.js";

/** An event that the server sent. */
export interface ServerSentEvent<T> {
  /** Its name, `message` where the server gives none. */
  readonly event: string;
  readonly data: T;
  /** The last id that the server has given, or empty. */
  readonly id: string;
}

type Events = AsyncIterable<ServerSentEvent<unknown>>;

/** From the text of an event to its data. */
export type Parse = (response: Response, text: string) => unknown;

/** Where a stream stands, for the case that it has to be asked for again. */
interface Position {
  id: string;
  /** Milliseconds to wait; undefined until the server shows by `id` or `retry` that it expects to be asked again. */
  retry?: number;
}

/** The events of an answer. Breaking off the iteration closes the connection. */
export function events(parse: Parse): Decode {
  return async (response): Promise<Events> => eventsIn(response, parse, { id: "" });
}

/**
 * The same, for a request that can be repeated. A stream that ends or breaks after the server has sent an `id` or `retry`
 * is asked for again with `Last-Event-ID`, until the answer is 204; one without them ends where it ends.
 */
export function resumedEvents(parse: Parse): Decode {
  return async (response, call): Promise<Events> => eventsAcross(parse, response, call);
}

/** Data that is JSON. */
export const jsonData: Parse = parsed;

/** Data that is text. */
export const textData: Parse = (_, text) => text;

/** Data that is JSON, or else text, such as the `[DONE]` that some servers end with. */
export const looseData: Parse = orText(parsed);

/** Data that another function reads, or else text. */
export function orText(parse: Parse): Parse {
  return (response, text) => {
    try {
      return parse(response, text);
    } catch {
      return text;
    }
  };
}

async function* eventsAcross(
  parse: Parse,
  first: Response,
  { client, request, options }: Call,
): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  const position: Position = { id: "" };
  for (let response = first; response.status !== 204;) {
    if (!response.ok) throw new ResponseError("the stream ended", response, await response.text());
    try {
      yield* eventsIn(response, parse, position);
    } catch (cause) {
      if (position.retry === undefined || !isBreak(cause)) throw cause;
    }
    if (position.retry === undefined) return;
    const headers = { ...request.headers, "last-event-id": inUtf8(position.id) || undefined };
    response = await reconnect({ client, request: { ...request, headers }, options }, position.retry);
  }
}

/** Asks until there is an answer, after longer and longer pauses, in milliseconds. */
async function reconnect(call: Call, first: number): Promise<Response> {
  for (let pause = first; ; pause = Math.max(first, Math.min(2 * pause, longestPause))) {
    await wait(pause, call.options.signal ?? null);
    try {
      return await send(call);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
    }
  }
}

/** Milliseconds: no pause grows longer. */
const longestPause = 60_000;

/** A header holds bytes; those of an id are UTF-8. */
const inUtf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Whether the connection is to blame, not what came over it. */
const isBreak = (cause: unknown): boolean =>
  cause instanceof ResponseError && cause.cause instanceof TypeError;

async function* eventsIn(
  response: Response,
  parse: Parse,
  position: Position,
): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  if (!/^text\/event-stream\b/i.test(response.headers.get("content-type") ?? ""))
    throw unexpected("events", response, await response.text());
  let event = "";
  let id = position.id;
  let data: string[] = [];
  for await (const line of linesOf(response)) {
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (line === "") {
      position.id = id;
      if (data.length > 0) yield { event: event || "message", data: parse(response, data.join("\n")), id };
      event = "";
      data = [];
    } else if (name === "event") event = value;
    else if (name === "data") data.push(value);
    else if (name === "id" && !value.includes("\0")) {
      id = value;
      position.retry ??= 3000;
    } else if (name === "retry" && /^\d+$/.test(value)) position.retry = Number(value);
  }
}
