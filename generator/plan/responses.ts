/** The answers of an operation: their types by status, and how they are asked for and read. */
import { type Code, code, ident, join, str, valueFrom } from "../code/code.js";
import type { Declaration } from "../code/module.js";
import type { Operation } from "../model/api.js";
import type { Content } from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import { docs } from "../print/type.js";
import { statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import { contentType } from "./params.js";

export function declareResponses(operation: Operation, table: SchemaTable): Declaration {
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

/** How the bodies are read that are not just JSON; all of them where one that stands for several statuses is among them. */
export function decoders({ responses }: Operation, converters: Converters): Code | undefined {
  const all = responses.flatMap(({ status, content }) =>
    content === undefined ? [] : [{ status, decoder: decoder(content, converters) }],
  );
  const special = all.filter((each) => each.decoder !== undefined);
  if (special.length === 0) return undefined;
  const shown = special.some(({ status }) => !/^\d+$/.test(status)) ? all : special;
  const json = valueFrom("runtime/decode", "json");
  return code`{ ${join(
    shown.map(({ status, decoder: decode }) => code`${statusKey(status)}: ${decode ?? code`${json}`}`),
    ", ",
  )} }`;
}

/** What reads a body; undefined for just JSON. */
function decoder({ codec, schema }: Content, converters: Converters): Code | undefined {
  const converter = converters.ofContent(schema);
  const plain =
    codec === "text" || codec === "binary"
      ? code`${valueFrom("runtime/decode", codec === "text" ? "text" : "blob")}`
      : undefined;
  if (converter === undefined) return plain;
  if (plain === undefined && schema !== undefined && converters.holdsBigints(schema))
    return code`${valueFrom("runtime/lossless-json", "losslessJson")}(${converter})`;
  return code`${valueFrom("runtime/decode-values", "valuesOf")}(${join([converter, ...(plain ? [plain] : [])], ", ")})`;
}
