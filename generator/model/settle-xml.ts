/** Takes the contents away that XML cannot tell, with what is wrong at its place. */
import type { Report } from "../diagnostics.js";
import type { Operation } from "./api.js";
import type { Content } from "./content.js";
import type { SchemaTable } from "./schema.js";
import { reachedFrom, rootOf } from "./xml-shape.js";

export function settleXml<T extends Pick<Operation, "body" | "responses">>(
  operation: T,
  table: SchemaTable,
  report: Report,
): T {
  const settle = (contents: readonly Content[]): readonly Content[] => {
    const refusals = new Map(contents.map((each) => [each, refusalsOf(each, table)]));
    const kept = contents.filter((each) => refusals.get(each)?.size === 0);
    for (const each of refusals.values())
      for (const [pointer, reason] of each)
        report(kept.length === 0 ? "xml" : "xml-left-out", pointer, reason);
    return kept.length === 0 ? contents : kept;
  };
  const { body, responses } = operation;
  return {
    ...operation,
    ...(body && { body: { ...body, contents: settle(body.contents) } }),
    responses: responses.map((each) => ({ ...each, contents: settle(each.contents) })),
  };
}

/** What of a content XML cannot tell, by place. */
function refusalsOf({ codec, schema, pointer }: Content, table: SchemaTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (codec !== "xml") return found;
  if (schema?.ref === undefined) return new Map([[pointer, "it has no schema"]]);
  const refuse = (each: { readonly pointer: string }, reason: string): unknown =>
    found.set(each.pointer, reason);
  rootOf(schema.ref, table, refuse);
  reachedFrom(schema.ref, table, refuse);
  return found;
}
