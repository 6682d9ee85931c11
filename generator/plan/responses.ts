/** The answers of an operation: their types by status, and how they are asked for and read. */
import { type Code, code, ident, join, str, valueFrom } from "../code/code.js";
import type { Declaration } from "../code/module.js";
import type { Operation } from "../model/api.js";
import type { SchemaTable } from "../model/schema.js";
import { docs } from "../print/type.js";
import { statusKey } from "./contents.js";
import { contentType } from "./params.js";

export function declareResponses(
  operation: Pick<Operation, "name" | "responsesType" | "responses">,
  table: SchemaTable,
): Declaration {
  return {
    kind: "interface",
    name: operation.responsesType,
    docs: code`The documented answers of \`${ident(operation.name)}\`, by status.`,
    members: operation.responses.map(({ status, content, description }) => ({
      name: statusKey(status),
      optional: false,
      type: content === undefined ? code`undefined` : contentType(content, table),
      docs: docs([description], false),
    })),
  };
}

/** The media types that the documented answers have, where they are not just JSON. */
export function acceptOf(operation: Operation): Code | undefined {
  const types = [...new Set(operation.responses.flatMap((each) => each.content?.mediaType ?? []))];
  return types.length === 0 || (types.length === 1 && types[0] === "application/json")
    ? undefined
    : str(types.join(", "));
}

/** How the bodies that are not JSON are read. */
export function decoders(operation: Operation): Code | undefined {
  const entries = operation.responses.flatMap(({ status, content }) => {
    if (content?.codec !== "text" && content?.codec !== "binary") return [];
    return [
      code`${statusKey(status)}: ${valueFrom("runtime/decode", content.codec === "text" ? "text" : "blob")}`,
    ];
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ", ")} }`;
}
