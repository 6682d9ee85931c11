/** Reads bodies of parts whose media types the description names. */
import { Issue } from "./issue.js";
import { covers } from "./media-type.js";
import { type Part, partsByName, partsOf, typeOf } from "./parts.js";
import { readMultipart } from "./read-multipart.js";
import { rulesAt } from "./part-values.js";
import { readListedParts, readNamedParts, readPartSeries } from "./read-parts.js";
import type { PartRules, RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** A form. */
export const readTypedMultipart = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readMultipart, namedIssues);

/** What is no form. */
export const readTypedParts = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readNamedParts, namedIssues);

/** An array of parts. */
export const readTypedList = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readListedParts, listedIssues);

/** A series of parts. */
export const readTypedSeries = (content: RouteContent, request: Request): Promise<Read> =>
  readTyped(content, request, readPartSeries, listedIssues);

/** What is wrong with the types of all parts. */
type Judge = (content: RouteContent, parts: readonly Part[]) => readonly Issue[];

async function readTyped(
  content: RouteContent,
  request: Request,
  read: RouteContent["read"],
  judge: Judge,
): Promise<Read> {
  const copy = request.clone() as Request;
  const found = await read(content, request);
  return { ...found, issues: [...found.issues, ...judge(content, await partsIn(copy))] };
}

/** None where the body cannot be read, which is told of elsewhere. */
async function partsIn(request: Request): Promise<readonly Part[]> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  try {
    return partsOf(request.headers.get("content-type") ?? "", bytes);
  } catch {
    return [];
  }
}

function namedIssues({ fields = {}, place }: RouteContent, parts: readonly Part[]): readonly Issue[] {
  const byName = partsByName(parts, Object.keys(fields));
  return Object.entries(fields).flatMap(([name, rules]) => {
    const all = byName.get(name) ?? [];
    return all.flatMap((part, i) => {
      const issues = typeIssues(part, rules);
      for (const issue of issues) {
        issue.within(all.length > 1 ? i : undefined, "");
        issue.within(name, place);
      }
      return issues;
    });
  });
}

function listedIssues(content: RouteContent, parts: readonly Part[]): readonly Issue[] {
  return parts.flatMap((part, i) => {
    const issues = typeIssues(part, rulesAt(content, i));
    for (const issue of issues) issue.within(i, content.place);
    return issues;
  });
}

/** A part that does not say of which type it is, is of the usual one. */
function typeIssues(part: Part, { mediaTypes }: PartRules): readonly Issue[] {
  const type = typeOf(part);
  if (mediaTypes === undefined || type === "" || mediaTypes.some((each) => covers(each, type))) return [];
  return [new Issue(type, "contentMediaType", mediaTypes.join(", "))];
}
