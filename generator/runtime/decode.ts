/** From an answer to the body that the caller gets. Each function throws a `ResponseError` for what it cannot read. */
import type { Decode } from "./client.js";
import { ResponseError } from "./errors.js";

/** JSON as a function parses it. */
export function jsonBy(parse: (text: string) => unknown): Decode {
  return async (response) => {
    const body = await text(response);
    let cause: unknown;
    try {
      if (/\bjson\b/i.test(response.headers.get("content-type") ?? "json")) return parse(body);
    } catch (error) {
      cause = error;
    }
    throw unexpected("valid JSON", response, body, cause);
  };
}

export const json: Decode = /* @__PURE__ */ jsonBy(JSON.parse);

/** Nothing is documented of the body, so the caller gets none. */
export async function empty(response: Response): Promise<undefined> {
  await text(response);
}

/** Nothing is documented, so whatever comes is right: JSON, or else text. */
export async function loose(response: Response): Promise<unknown> {
  const body = await text(response);
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** An answer is none that is documented. */
export function unexpected(
  documented: string,
  response: Response,
  body: string,
  cause?: unknown,
): ResponseError {
  const type = body ? (response.headers.get("content-type") ?? "untyped") : "empty";
  return new ResponseError(`the answer is ${type}, not ${documented}`, response, body, cause);
}

/** UTF-8, whatever the media type says. */
export async function text(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let body = "";
  try {
    for (let part; (part = await reader?.read())?.value;)
      body += decoder.decode(part.value, { stream: true });
    return body + decoder.decode();
  } catch (cause) {
    throw brokenOff(response, body, cause);
  }
}

export async function blob(response: Response): Promise<Blob> {
  try {
    return await response.blob();
  } catch (cause) {
    throw brokenOff(response, "", cause);
  }
}

/** A connection that breaks is a TypeError (Fetch Standard, section 2.2.6); all else is why the caller gave up. */
export function brokenOff(response: Response, body: string, cause: unknown): unknown {
  return cause instanceof TypeError ? new ResponseError("the body breaks off", response, body, cause) : cause;
}
