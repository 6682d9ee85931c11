/** Takes the contents away that cannot hold their values, with what is wrong at its place. */
import type { DiagnosticCode, Report } from "../diagnostics.js";
import { meantTypes } from "./allowed-types.js";
import type { Operation } from "./api.js";
import { covers } from "../runtime/media-type.js";
import { type Content, isJson, isOfParts, mediaTypesOf } from "./content.js";
import { encodedParts } from "./part-schemas.js";
import type { SchemaTable } from "./schema.js";
import { reachedFrom, rootOf } from "./xml-shape.js";

export function settleContents<T extends Pick<Operation, "body" | "responses">>(
  operation: T,
  table: SchemaTable,
  report: Report,
): T {
  const settle = (contents: readonly Content[]): readonly Content[] => {
    const all = contents.map((content) => ({ content, refusals: refusalsOf(content, table) }));
    const kept = all.filter((each) => each.refusals.size === 0).map((each) => each.content);
    for (const { content, refusals } of all)
      for (const [pointer, reason] of refusals) report(codeOf(content, kept.length === 0), pointer, reason);
    return kept.length === 0 ? contents : kept;
  };
  const { body, responses } = operation;
  return {
    ...operation,
    ...(body && { body: { ...body, contents: settle(body.contents) } }),
    responses: responses.map((each) => ({ ...each, contents: settle(each.contents) })),
  };
}

/** What it is called that a content cannot hold its values; `isNeeded`: nothing else could. */
function codeOf(content: Content, isNeeded: boolean): DiagnosticCode {
  if (isOfParts(content)) return isNeeded ? "encoding" : "media-type-left-out";
  const code = content.codec === "xml" ? "xml" : "text";
  return isNeeded ? code : `${code}-left-out`;
}

/** What of a content its media type cannot tell, by place. */
function refusalsOf(content: Content, table: SchemaTable): ReadonlyMap<string, string> {
  switch (content.codec) {
    case "xml":
      return ofXml(content, table);
    case "text":
      return ofText(content, table);
    case "multipart":
    case "parts":
    case "partSeries":
      return ofParts(content, table);
    case "json":
    case "form":
    case "binary":
    case "jsonl":
    case "events":
      return new Map();
  }
}

function ofXml({ schema, pointer }: Content, table: SchemaTable): ReadonlyMap<string, string> {
  if (schema?.ref === undefined) return new Map([[pointer, "it has no schema"]]);
  const found = new Map<string, string>();
  const refuse = (each: { readonly pointer: string }, reason: string): unknown =>
    found.set(each.pointer, reason);
  rootOf(schema.ref, table, refuse);
  reachedFrom(schema.ref, table, refuse);
  return found;
}

/** A text is one value: nothing says how it would hold several. */
function ofText({ mediaType, schema, pointer }: Content, table: SchemaTable): ReadonlyMap<string, string> {
  const types = schema === undefined ? [] : [...meantTypes(schema, table)];
  const [type] = types.filter((each) => each === "object" || each === "array");
  return new Map(type === undefined ? [] : [[pointer, `${mediaType} holds no ${type}`]]);
}

/** Objects and arrays in parts are JSON, whose media type must be one that the part can have. */
function ofParts(content: Content, table: SchemaTable): ReadonlyMap<string, string> {
  const wrong = encodedParts(content, table).flatMap(({ encoding, schemas }) => {
    const types = mediaTypesOf(encoding);
    const isFit =
      types.length === 0 || types.some((each) => isJson(each) || covers(each, "application/json"));
    const isStructured = schemas.some((each) => {
      const meant = [...meantTypes(each, table)];
      return meant.length > 0 && meant.every((type) => type === "object" || type === "array");
    });
    return isFit || !isStructured
      ? []
      : [[encoding.pointer, `${types.join(", ")} of objects or arrays`] as const];
  });
  return new Map(wrong);
}
