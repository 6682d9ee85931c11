/** Reads bodies of parts whose media types the description names. */
import { Issue } from "./issue.js";
import { covers } from "./media-type.js";
import { type Part, partsByName, typeOf } from "./parts.js";
import { formParts } from "./read-multipart.js";
import { type ReadParts, namedParts, readParts } from "./read-parts.js";
import type { RouteContent } from "./route.js";

/** A form. */
export const readTypedMultipart: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(formParts));

/** What is no form. */
export const readTypedParts: RouteContent["read"] = (content, request) =>
  readParts(content, request, typed(namedParts));

const typed =
  (read: ReadParts): ReadParts =>
  (content, parts) => {
    const { value, issues } = read(content, parts);
    const named = partsByName(parts, Object.keys(content.fields ?? {}));
    return { value, issues: [...issues, ...typeIssues(content, named)] };
  };

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
