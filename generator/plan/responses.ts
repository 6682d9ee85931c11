/** The answers of an operation: their types by status, and how they are asked for and read. */
import { type Code, code, ident, join, key, object, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration } from "../code/module.js";
import type { Operation } from "../model/api.js";
import { type Content, byPreference } from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType, unite } from "../print/type.js";
import { partRules } from "./part-rules.js";
import { printTextRules, textRules } from "./text-rules.js";
import { statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import { xmlRoot } from "./xml.js";

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
  if (content.codec === "jsonl" || content.codec === "partSeries") return code`AsyncIterable<${type}>`;
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

/** How the bodies are read, where not all are just JSON: those that are not; all of them where one of these stands for several statuses. */
export function decoders(operation: Operation, table: SchemaTable, converters: Converters): Code | undefined {
  const all = operation.responses.flatMap(({ status, contents }) =>
    contents.length === 0 ? [] : [{ status, decoder: decoderOf(contents, operation, table, converters) }],
  );
  const special = all.filter((each) => each.decoder !== undefined);
  if (special.length === 0) return undefined;
  const shown = special.some(({ status }) => !/^\d+$/.test(status)) ? all : special;
  const json = valueFrom("runtime/decode", "json");
  const entries = shown.map(({ status, decoder }) => code`${statusKey(status)}: ${decoder ?? code`${json}`}`);
  return code`${valueFrom("runtime/decode-by-status", "byStatus")}({ ${join(entries, ", ")} })`;
}

/** How a body is read that has one of some media types; undefined for just JSON. */
function decoderOf(
  contents: readonly Content[],
  operation: Operation,
  table: SchemaTable,
  converters: Converters,
): Code | undefined {
  const [usual, ...more] = byPreference(contents);
  const isPlain = ({ codec, schema }: Content): boolean =>
    codec === "json" && converters.ofContent(schema) === undefined;
  if (usual === undefined || contents.every(isPlain)) return undefined;
  const read = (each: Content): Code => decode(each, operation, table, converters);
  if (more.length === 0) return read(usual);
  const entries = [usual, ...more].map((each) => code`${key(each.mediaType)}: ${read(each)}`);
  return code`${valueFrom("runtime/decode-by-type", "byType")}({ ${join(entries, ", ")} })`;
}

function decode(content: Content, { verb }: Operation, table: SchemaTable, converters: Converters): Code {
  const { codec, schema } = content;
  const converter = converters.ofContent(schema);
  const isExact = schema !== undefined && converters.holdsBigints(schema);
  switch (codec) {
    case "json":
      if (converter !== undefined && isExact)
        return code`${valueFrom("runtime/lossless-json", "losslessJson")}(${converter})`;
      return converter === undefined
        ? code`${valueFrom("runtime/decode", "json")}`
        : code`${valueFrom("runtime/decode-values", "valuesOf")}(${converter})`;
    case "text": {
      const rules = schema && printTextRules(textRules([schema], table));
      const text =
        rules === undefined
          ? code`${valueFrom("runtime/decode", "text")}`
          : code`${valueFrom("runtime/text-values", "textAs")}(${rules})`;
      return converter === undefined
        ? text
        : code`${valueFrom("runtime/decode-values", "valuesOf")}(${converter}, ${text})`;
    }
    case "binary":
      return code`${valueFrom("runtime/decode", "blob")}`;
    case "jsonl":
      if (converter === undefined) return code`${valueFrom("runtime/json-lines", "jsonItems")}`;
      return isExact
        ? code`${valueFrom("runtime/lossless-series", "losslessItems")}(${converter})`
        : code`${valueFrom("runtime/series-values", "itemValues")}(${converter})`;
    case "events": {
      // Only a request that changes nothing is sent again.
      const read = valueFrom(
        "runtime/events",
        verb === "GET" || verb === "QUERY" ? "resumedEvents" : "events",
      );
      return code`${read}(${eventData(content, converters)})`;
    }
    case "xml": {
      const xml = code`${valueFrom("runtime/decode-xml", "xml")}(${xmlRoot(content, table)})`;
      return converter === undefined
        ? xml
        : code`${valueFrom("runtime/decode-values", "valuesOf")}(${converter}, ${xml})`;
    }
    case "multipart":
    case "parts":
      return decodeParts(content, isExact, converter, table);
    case "partSeries":
      return decodePartSeries(content, isExact, converter, table);
    case "form":
      throw new Error(`bug: no answer is read as ${codec}`);
  }
}

function decodeParts(
  content: Content,
  isExact: boolean,
  converter: Code | undefined,
  table: SchemaTable,
): Code {
  const name = content.codec === "parts" ? "listedParts" : "namedParts";
  const parse = isExact ? [code`${valueFrom("runtime/lossless-json", "parseExact")}`] : [];
  const rules = printPartRules(content, table);
  const isUsual = rules.length === 0 && !isExact;
  const parts = code`${valueFrom("runtime/decode-parts", name)}(${isUsual ? code`` : join([object(rules), ...parse], ", ")})`;
  if (converter === undefined) return parts;
  const reading = isExact ? code`{ read: ${readingOf(converter, isExact)} }` : converter;
  return code`${valueFrom("runtime/decode-values", "valuesOf")}(${reading}, ${parts})`;
}

function decodePartSeries(
  content: Content,
  isExact: boolean,
  converter: Code | undefined,
  table: SchemaTable,
): Code {
  const rules = printPartRules(content, table);
  const reading = [
    ...(isExact ? [code`parse: ${valueFrom("runtime/lossless-json", "parseExact")}`] : []),
    ...(converter === undefined ? [] : [code`read: ${readingOf(converter, isExact)}`]),
  ];
  const args = [
    ...(rules.length + reading.length === 0 ? [] : [object(rules)]),
    ...(reading.length === 0 ? [] : [object(reading)]),
  ];
  return code`${valueFrom("runtime/decode-part-series", "partItems")}(${join(args, ", ")})`;
}

/** What makes a value of what stands in the parts; `isExact`: that may hold long integers. */
const readingOf = (converter: Code, isExact: boolean): Code =>
  isExact
    ? code`${valueFrom("runtime/lossless-json", "readingLossless")}(${converter})`
    : code`${converter}.read`;

function printPartRules(content: Content, table: SchemaTable): readonly Code[] {
  const { fields, others, places } = partRules(content, table);
  return [
    ...(fields === undefined ? [] : [code`fields: ${fields}`]),
    ...(others === undefined ? [] : [code`others: ${others}`]),
    ...(places === undefined ? [] : [code`places: ${places}`]),
  ];
}

/** How the data of an event is read. */
function eventData({ data = "json", schema }: Content, converters: Converters): Code {
  const converter = converters.ofContent(schema);
  const plain = code`${valueFrom("runtime/events", `${data}Data`)}`;
  if (converter === undefined || schema === undefined) return plain;
  if (data === "text" || !converters.holdsBigints(schema))
    return code`${valueFrom("runtime/series-values", "dataValues")}(${converter}, ${plain})`;
  const exact = code`${valueFrom("runtime/lossless-series", "losslessData")}(${converter})`;
  return data === "loose" ? code`${valueFrom("runtime/events", "orText")}(${exact})` : exact;
}
