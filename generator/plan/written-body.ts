/** How the body of an operation's request is written. */
import { type Code, code, ident, join, key, object, str, valueFrom } from "../code/code.js";
import {
  type Body,
  type Content,
  byPreference,
  isFormData,
  isRange,
  takesContentType,
} from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import type { Converters } from "./converters.js";
import { xmlRoot } from "./xml.js";
import { fieldWriters, partOptions, placeEntries } from "./written-encodings.js";

/** The expression of a body; `given` holds it and, where it can be chosen, its media type. */
export function writeBody(body: Body, given: Code, table: SchemaTable, converters: Converters): Code {
  const contents = byPreference(body.contents);
  const [usual, ...more] = contents as [Content, ...Content[]];
  if (more.length === 0)
    return writeContent(
      usual,
      code`${given}.body`,
      takesContentType(body) ? code`${given}.contentType` : undefined,
      table,
      converters,
    );
  const writers = contents.map((each) => {
    const parameters = isRange(each.mediaType) ? code`body, type` : code`body`;
    return code`${key(each.mediaType)}: (${parameters}) => ${writeContent(each, ident("body"), ident("type"), table, converters)}`;
  });
  return code`${valueFrom("runtime/body-of", "bodyOf")}(${given}.body, ${given}.contentType, { ${join(writers, ", ")} })`;
}

/** `value` is the body, and `chosen` the media type where the content is for a range of them. */
function writeContent(
  content: Content,
  value: Code,
  chosen: Code | undefined,
  table: SchemaTable,
  converters: Converters,
): Code {
  const { codec, mediaType, schema } = content;
  const converter = converters.ofContent(schema);
  const isExact = schema !== undefined && converters.holdsBigints(schema);
  const body = converter === undefined ? value : code`${converter}.write(${value})`;
  const own = isRange(mediaType) ? chosen : str(mediaType);
  const json = isExact ? [code`${valueFrom("runtime/lossless-json", "losslessText")}`] : [];
  /** The media type, unless it is what the writer assumes. */
  const typeUnless = (usual: string): readonly Code[] =>
    own === undefined || mediaType === usual ? [] : [own];
  /** Parts without names, with what they have that is not as usual. */
  const writePlaces = (name: string, module: string, parts: Code, entries: readonly Code[]): Code => {
    const all = [...entries, ...json.map((each) => code`json: ${each}`)];
    const options = all.length === 0 ? [] : [object(all)];
    return code`${valueFrom(module, name)}(${join([parts, str(mediaType), ...options], ", ")})`;
  };
  const write = (name: string, module: string, usual: string): Code =>
    code`${valueFrom(module, name)}(${join([body, ...typeUnless(usual)], ", ")})`;
  const writeJson = (name: string, module: string): Code =>
    isRange(mediaType) ? code`${valueFrom(module, name)}(${body})` : write(name, module, "application/json");
  switch (codec) {
    case "json":
      return isExact
        ? writeJson("losslessBody", "runtime/lossless-json")
        : writeJson("jsonBody", "runtime/body");
    case "form": {
      const writers = fieldWriters(content, table, isExact);
      return writers === undefined
        ? code`${valueFrom("runtime/form", "form")}(${join([body, ...json], ", ")})`
        : code`${valueFrom("runtime/styled-form", "styledForm")}(${join([body, writers, ...json], ", ")})`;
    }
    case "multipart": {
      const args = [body, ...partArguments(content, json)];
      return isFormData(content)
        ? code`${valueFrom("runtime/multipart", "multipart")}(${join(args, ", ")})`
        : code`${valueFrom("runtime/multipart", "multipartOf")}(${join([str(mediaType), ...args], ", ")})`;
    }
    case "parts":
      return writePlaces("partList", "runtime/part-list", body, placeEntries(content));
    case "partSeries":
      return writePlaces("partSeries", "runtime/part-series", value, [
        ...placeEntries(content),
        ...(converter === undefined ? [] : [code`convert: ${converter}.write`]),
      ]);
    case "text":
      return write("textBody", "runtime/body", "text/plain");
    case "binary":
      return write("bytes", "runtime/bytes", "application/octet-stream");
    case "jsonl":
      return converter === undefined
        ? write("jsonLines", "runtime/json-lines", "application/jsonl")
        : code`${valueFrom("runtime/json-lines", "jsonLines")}(${value}, ${str(mediaType)}, (item) => ${
            json[0] ?? code`JSON.stringify`
          }(${converter}.write(item)))`;
    case "xml":
      return code`${valueFrom("runtime/xml-body", "xmlBody")}(${join([body, xmlRoot(content, table), ...typeUnless("application/xml")], ", ")})`;
    case "events":
      throw new Error(`bug: no request is written as ${codec}`);
  }
}

/** What parts have that is not usual, and what writes those that are JSON with long integers. */
function partArguments(content: Content, json: readonly Code[]): readonly Code[] {
  const options = partOptions(content);
  return options === undefined && json.length === 0 ? [] : [options ?? code`{}`, ...json];
}
