/** Plans how the server's side reads the body of a request: by media type, with what converts and checks it. */
import { referenceTo } from "../documents.js";
import { type Code, type Import, code, join, object, str, valueFrom } from "../code/code.js";
import type { Operation } from "../model/api.js";
import {
  type Content,
  byPreference,
  isFormData,
  isOfParts,
  isStream,
  mayHoldJson,
  mediaTypesOf,
  partEncodings,
  takesContentType,
} from "../model/content.js";
import { type Schema, type SchemaTable, named } from "../model/schema.js";
import { validatorValue } from "../print/symbols.js";
import type { Converters } from "./converters.js";
import { type PartRules, partRules } from "./part-rules.js";
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
  const { fields, others, places, isStyled = false } = fieldRules(content, table);
  return object([
    code`place: ${str(referenceTo(pointer))}`,
    code`type: ${str(mediaType)}`,
    code`read: ${isStyled ? valueFrom("runtime/read-styled-form", "readStyledForm") : readerOf(content, table)}`,
    ...printReadConversion(mayHoldJson(content), schema, converters.ofContent(schema), converters),
    ...(schema?.ref === undefined ? [] : [code`validator: ${validatorValue(named(table, schema.ref))}`]),
    ...(namesTypes(content) ? [code`files: ${valueFrom("runtime/part-types", "fileIssues")}`] : []),
    ...(isStream(content) ? [code`series: true`] : []),
    ...(texts === undefined ? [] : [code`reads: ${texts}`]),
    ...(fields === undefined ? [] : [code`fields: ${fields}`]),
    ...(others === undefined ? [] : [code`others: ${others}`]),
    ...(places === undefined ? [] : [code`places: ${places}`]),
  ]);
}

function fieldRules(content: Content, table: SchemaTable): Partial<FieldRules & PartRules> {
  const { codec } = content;
  if (codec === "form" || (codec === "multipart" && isFormData(content)))
    return printFieldRules(content, table);
  return isOfParts(content) ? partRules(content, table) : {};
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
      return isFormData(content)
        ? partsReader(content, ["read-multipart", "readMultipart"], "readTypedMultipart")
        : partsReader(content, ["read-parts", "readNamedParts"], "readTypedParts");
    case "parts":
      return partsReader(content, ["read-parts", "readListedParts"], "readTypedList");
    case "partSeries":
      return partsReader(content, ["read-parts", "readPartSeries"], "readTypedSeries");
    case "jsonl":
      return valueFrom("runtime/read-json-lines", "readJsonLines");
    case "xml":
      return code`${valueFrom("runtime/xml-contents", "readXml")}(${xmlRoot(content, table)})`;
    case "events":
      throw new Error(`bug: no request is read as ${codec}`);
  }
}

/** Whether the description names media types of parts. */
const namesTypes = (content: Content): boolean =>
  isOfParts(content) && partEncodings(content).some((each) => mediaTypesOf(each).length > 0);

/** The usual reader, or `typed` where the description names media types of parts. */
function partsReader(content: Content, [module, usual]: readonly [string, string], typed: string): Import {
  return namesTypes(content) ? valueFrom("runtime/part-types", typed) : valueFrom(`runtime/${module}`, usual);
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
