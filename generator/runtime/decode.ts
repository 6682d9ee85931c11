/** From an answer to the body that the caller gets. Each function throws a `ResponseError` for what it cannot read. */
import { ResponseError } from "./errors.js";

/** JSON; an answer without a body is undefined. */
export function json(response: Response): Promise<unknown> {
  return parsed(response, JSON.parse);
}

/** The same, as another function parses it. */
export async function parsed(response: Response, parse: (text: string) => unknown): Promise<unknown> {
  const body = await text(response);
  if (!body) return undefined;
  const type = response.headers.get("content-type") ?? "json";
  let cause: unknown;
  try {
    if (/\bjson\b/i.test(type)) return parse(body);
  } catch (error) {
    cause = error;
  }
  throw new ResponseError(`invalid JSON of type ${type}`, response, body, cause);
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
