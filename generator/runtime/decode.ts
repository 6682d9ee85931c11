/** From an answer to the body that the caller gets. */
import { ResponseError } from "./errors.js";

export type Decode = (response: Response) => Promise<unknown>;

/** JSON; an answer without a body is undefined, and an error page that is no JSON stays text. */
export async function json(
  response: Response,
  parse: (text: string) => unknown = JSON.parse,
): Promise<unknown> {
  const body = await response.text();
  if (body === "") return undefined;
  const type = response.headers.get("content-type");
  if (type !== null && !/\bjson\b/i.test(type)) {
    if (!response.ok) return body;
    throw new ResponseError(`expected JSON and got ${type}`, response, body);
  }
  try {
    return parse(body);
  } catch (cause) {
    if (!response.ok) return body;
    throw new ResponseError("the body is not valid JSON", response, body, cause);
  }
}

export const text: Decode = (response) => response.text();

export const blob: Decode = (response) => response.blob();
