/** The answers of an operation: their types by status, and how they are asked for and read. */
import { type Code, code, ident, join, key, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration } from "../code/module.js";
import type { Operation } from "../model/api.js";
import { type Content, byPreference } from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType, unite } from "../print/type.js";
import { statusKey } from "./contents.js";

export function declareResponses(
  operation: Pick<Operation, "name" | "responsesType" | "responses">,
  table: SchemaTable,
): Declaration {
  return {
    kind: "interface",
    name: operation.responsesType,
    docs: code`The documented answers of \`${ident(operation.name)}\`, by status.`,
    members: operation.responses.map(({ status, contents, description }) => ({
      name: statusKey(status),
      optional: false,
      type: contents.length === 0 ? code`undefined` : unite(contents.map((each) => readType(each, table))),
      docs: docs([description], false),
    })),
  };
}

/** The type of an answer's body as the caller gets it. */
function readType(content: Content, table: SchemaTable): Code {
  if (content.schema === undefined) return code`Blob`;
  const type = printType(content.schema, table);
  if (content.codec === "jsonl") return code`AsyncIterable<${type}>`;
  if (content.codec === "events")
    return code`AsyncIterable<${typeFrom("runtime/events", "ServerSentEvent")}<${type}>>`;
  return type;
}

/** The media types that the documented answers have, where they are not just JSON. */
export function acceptOf(operation: Operation): Code | undefined {
  const types = [
    ...new Set(
      operation.responses.flatMap(({ contents }) => byPreference(contents).map((each) => each.mediaType)),
    ),
  ];
  return types.length === 0 || (types.length === 1 && types[0] === "application/json")
    ? undefined
    : str(types.join(", "));
}

/** How the bodies that are not JSON are read. */
export function decoders(operation: Operation): Code | undefined {
  const entries = operation.responses.flatMap(({ status, contents }) => {
    const decoder = decoderOf(contents, operation);
    return decoder === undefined ? [] : [code`${statusKey(status)}: ${decoder}`];
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ", ")} }`;
}

/** How a body is read that has one of some media types; undefined for JSON. */
function decoderOf(contents: readonly Content[], operation: Operation): Code | undefined {
  const [usual, ...more] = byPreference(contents);
  if (usual === undefined || contents.every((each) => each.codec === "json")) return undefined;
  if (more.length === 0) return decode(usual, operation);
  const entries = [usual, ...more].map((each) => code`${key(each.mediaType)}: ${decode(each, operation)}`);
  return code`${valueFrom("runtime/decode-by-type", "byType")}({ ${join(entries, ", ")} })`;
}

function decode({ codec, data = "json" }: Content, { verb }: Operation): Code {
  switch (codec) {
    case "json":
    case "text":
      return code`${valueFrom("runtime/decode", codec)}`;
    case "binary":
      return code`${valueFrom("runtime/decode", "blob")}`;
    case "jsonl":
      return code`${valueFrom("runtime/json-lines", "jsonItems")}`;
    case "events": {
      // Only a request that changes nothing is sent again.
      const read = valueFrom("runtime/events", verb === "GET" ? "resumedEvents" : "events");
      return code`${read}(${valueFrom("runtime/events", `${data}Data`)})`;
    }
    case "form":
    case "multipart":
    case "xml":
      throw new Error(`bug: no answer is read as ${codec}`);
  }
}
