/** Plans how the server's side reads the body of a request: by media type, with what converts and checks it. */
import { referenceTo } from "../documents.js";
import { type Code, type Import, code, join, object, str, valueFrom } from "../code/code.js";
import type { Operation } from "../model/api.js";
import {
  type Content,
  byPreference,
  isFormData,
  isStream,
  mediaTypesOf,
  mayHoldJson,
  takesContentType,
} from "../model/content.js";
import { type Schema, type SchemaTable, named } from "../model/schema.js";
import { validatorValue } from "../print/symbols.js";
import type { Converters } from "./converters.js";
import { partRules } from "./part-rules.js";
import { type FieldRules, printFieldRules, printTextRules, textRules } from "./text-rules.js";
import { xmlRoot } from "./xml.js";

/** How a server reads a body. */
export function printBodyReader(
  { body }: Pick<Operation, "body">,
  table: SchemaTable,
  converters: Converters,
): Code | undefined {
  if (body === undefined) return undefined;
  return object([
    ...(body.required ? [code`required: true`] : []),
    ...(takesContentType(body) ? [code`chosen: true`] : []),
    code`contents: [${join(
      byPreference(body.contents).map((each) => printContent(each, table, converters)),
      ", ",
    )}]`,
  ]);
}

function printContent(content: Content, table: SchemaTable, converters: Converters): Code {
  const { pointer, mediaType, codec, schema } = content;
  const texts = codec === "text" && schema ? printTextRules(textRules([schema], table)) : undefined;
  const { fields, others, isStyled = false } = fieldRules(content, table);
  return object([
    code`place: ${str(referenceTo(pointer))}`,
    code`type: ${str(mediaType)}`,
    code`read: ${isStyled ? valueFrom("runtime/read-styled-form", "readStyledForm") : readerOf(content, table)}`,
    ...printReadConversion(mayHoldJson(content), schema, converters.ofContent(schema), converters),
    ...(schema?.ref === undefined ? [] : [code`validator: ${validatorValue(named(table, schema.ref))}`]),
    ...(isStream(content) ? [code`series: true`] : []),
    ...(texts === undefined ? [] : [code`reads: ${texts}`]),
    ...(fields === undefined ? [] : [code`fields: ${fields}`]),
    ...(others === undefined ? [] : [code`others: ${others}`]),
  ]);
}

function fieldRules(content: Content, table: SchemaTable): Partial<FieldRules> {
  const { codec } = content;
  if (codec === "form" || (codec === "multipart" && isFormData(content)))
    return printFieldRules(content, table);
  return codec === "multipart" || codec === "parts" ? partRules(content, table) : {};
}

/** What reads the body of a request. */
function readerOf(content: Content, table: SchemaTable): Code | Import {
  const { codec } = content;
  switch (codec) {
    case "json":
      return valueFrom("runtime/read-contents", "readJson");
    case "text":
      return valueFrom("runtime/read-contents", "readText");
    case "binary":
      return valueFrom("runtime/read-contents", "readBytes");
    case "form":
      return valueFrom("runtime/read-form", "readForm");
    case "multipart":
      return namedPartsReader(content);
    case "parts":
      return valueFrom("runtime/read-parts", "readListedParts");
    case "jsonl":
      return valueFrom("runtime/read-json-lines", "readJsonLines");
    case "xml":
      return code`${valueFrom("runtime/xml-contents", "readXml")}(${xmlRoot(content, table)})`;
    case "events":
      throw new Error(`bug: no request is read as ${codec}`);
  }
}

function namedPartsReader(content: Content): Import {
  const isForm = isFormData(content);
  if (content.encodings.some((each) => mediaTypesOf(each).length > 0))
    return valueFrom("runtime/part-types", isForm ? "readTypedMultipart" : "readTypedParts");
  return isForm
    ? valueFrom("runtime/read-multipart", "readMultipart")
    : valueFrom("runtime/read-parts", "readNamedParts");
}

/** What makes values of what stands in a request; in JSON (`isJson`) it may hold long integers. */
export function printReadConversion(
  isJson: boolean,
  schema: Schema | undefined,
  converter: Code | undefined,
  { holdsBigints }: Converters,
): readonly Code[] {
  if (converter === undefined || schema === undefined) return [];
  if (!isJson || !holdsBigints(schema)) return [code`convert: ${converter}.read`];
  const lossless = (name: string): Import => valueFrom("runtime/lossless-json", name);
  return [
    code`parse: ${lossless("parseExact")}`,
    code`convert: ${lossless("readingLossless")}(${converter})`,
  ];
}
