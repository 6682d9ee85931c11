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
      const issues = typeIssues(typeOf(part), rules);
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
    const issues = typeIssues(typeOf(part), rulesAt(content, i));
    for (const issue of issues) issue.within(i, content.place);
    return issues;
  });
}

/** What is wrong with the types of files before they are sent as parts: where one type is documented, they are sent as that. */
export function fileIssues(content: RouteContent, value: unknown): readonly Issue[] {
  const { fields = {}, place } = content;
  const judge = (
    file: unknown,
    { mediaTypes = [] }: PartRules,
    path: readonly (string | number)[],
  ): readonly Issue[] => {
    if (Array.isArray(file) && path.length === 1)
      return file.flatMap((each, i) => judge(each, { mediaTypes }, [i, ...path]));
    const isSentAsIs = mediaTypes.length > 1 || mediaTypes[0]?.includes("*");
    if (!(file instanceof Blob) || !isSentAsIs) return [];
    const issues = typeIssues(file.type, { mediaTypes });
    for (const issue of issues)
      for (const [i, key] of path.entries()) issue.within(key, i === path.length - 1 ? place : "");
    return issues;
  };
  return Array.isArray(value)
    ? value.flatMap((each, i) => judge(each, rulesAt(content, i), [i]))
    : Object.entries(fields).flatMap(([name, rules]) =>
        judge((value as Readonly<Record<string, unknown>>)[name], rules, [name]),
      );
}

/** A part that does not say of which type it is, is of the usual one. */
function typeIssues(type: string, { mediaTypes }: PartRules): readonly Issue[] {
  if (mediaTypes === undefined || type === "" || mediaTypes.some((each) => covers(each, type))) return [];
  return [new Issue(type, "contentMediaType", mediaTypes.join(", "))];
}
