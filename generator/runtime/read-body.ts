/** From the body of a request to the value that a call of its operation takes. */
import { Issue } from "./issue.js";
import { covers, essence, isJson } from "./media-type.js";
import type { RouteBody, RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** A body, and its media type as a call of the operation names it. */
export interface ReadBody extends Read {
  readonly type?: string;
}

/** Reads a request's body, which can be done once. A body that does not say of which type it is, is the usual one. */
export async function readBody({ contents }: RouteBody, request: Request): Promise<ReadBody> {
  const given = request.headers.get("content-type");
  const content = given === null ? contents[0] : contentOf(contents, essence(given));
  if (content === undefined) return otherType(given, contents);
  const read = await content.read(content, request);
  if (read.value === undefined) return read;
  return { ...read, type: content.type.includes("*") ? (given ?? "") : content.type };
}

/** The content of exactly this type, or else one that has it in its range, or is JSON as well. */
function contentOf(contents: readonly RouteContent[], given: string): RouteContent | undefined {
  return (
    contents.find(({ type }) => essence(type) === given) ??
    contents.find(({ type }) => covers(type, given) || (isJson(type) && isJson(given)))
  );
}

/** JSON Schema 2020-12 Validation, section 8.4. */
function otherType(value: unknown, contents: readonly RouteContent[]): Read {
  const types = contents.map((each) => each.type).join(", ");
  return { value, issues: [new Issue(value, "contentMediaType", types)] };
}
