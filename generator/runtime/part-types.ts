/** Reads bodies of parts whose media types the description names. */
import { Issue } from "./issue.js";
import { covers } from "./media-type.js";
import { rulesAt } from "./part-values.js";
import { type Part, partsByName, typeOf } from "./parts.js";
import { formParts } from "./read-multipart.js";
import { type ReadParts, listedParts, namedParts, partSeries, readParts } from "./read-parts.js";
import type { PartRules, RouteContent } from "./route.js";

/** A form. */
export const readTypedMultipart: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(formParts, namedIssues));

/** What is no form. */
export const readTypedParts: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(namedParts, namedIssues));

/** An array of parts. */
export const readTypedList: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(listedParts, listedIssues));

/** A series of parts. */
export const readTypedSeries: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(partSeries, listedIssues));

/** What is wrong with the types of all parts. */
type Judge = (content: RouteContent, parts: readonly Part[]) => readonly Issue[];

const typed =
  (read: ReadParts, judge: Judge): ReadParts =>
  (content, parts) => {
    const { value, issues } = read(content, parts);
    return { value, issues: [...issues, ...judge(content, parts)] };
  };

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
