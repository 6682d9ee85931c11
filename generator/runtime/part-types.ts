/** Reads bodies of parts whose media types the description names. */
import { Issue } from "./issue.js";
import { covers } from "./media-type.js";
import { type Part, partsByName, partsOf, typeOf } from "./parts.js";
import { readMultipart } from "./read-multipart.js";
import { readNamedParts } from "./read-parts.js";
import type { RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** A form. */
export const readTypedMultipart = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readMultipart);

/** What is no form. */
export const readTypedParts = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readNamedParts);

async function readTyped(content: RouteContent, request: Request, read: RouteContent["read"]): Promise<Read> {
  const copy = request.clone() as Request;
  const found = await read(content, request);
  return { ...found, issues: [...found.issues, ...typeIssues(content, await partsIn(copy, content))] };
}

/** By name; none where the body cannot be read, which is told of elsewhere. */
async function partsIn(
  request: Request,
  { fields = {} }: RouteContent,
): Promise<ReadonlyMap<string, readonly Part[]>> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  try {
    return partsByName(partsOf(request.headers.get("content-type") ?? "", bytes), Object.keys(fields));
  } catch {
    return new Map();
  }
}

/** A part that does not say of which type it is, is of the usual one. */
function typeIssues(
  { fields = {}, place }: RouteContent,
  parts: ReadonlyMap<string, readonly Part[]>,
): readonly Issue[] {
  return Object.entries(fields).flatMap(([name, { mediaTypes }]) => {
    const all = parts.get(name) ?? [];
    return all.flatMap((part, i) => {
      const type = typeOf(part);
      if (mediaTypes === undefined || type === "" || mediaTypes.some((each) => covers(each, type))) return [];
      const issue = new Issue(
        type,
        "contentMediaType",
        mediaTypes.join(", "),
        all.length > 1 ? i : undefined,
      );
      issue.within(name, place);
      return [issue];
    });
  });
}
