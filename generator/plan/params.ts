/** The type of what a call of an operation takes: its parameters, its body, and the body's media type. */
import { type Code, code, ident, join, memberName, str, startingWith, typeFrom } from "../code/code.js";
import type { Declaration, Member } from "../code/module.js";
import type { Operation } from "../model/api.js";
import {
  type Body,
  type Content,
  byPreference,
  isRange,
  isStream,
  takesContentType,
} from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType, printTypeLiteral } from "../print/type.js";

/** What is called, or comes in, with parameters and a body. */
export type Called = Pick<Operation, "name" | "paramsType" | "parameters" | "body">;

export function declareParams(operation: Called, table: SchemaTable): Declaration {
  const { body, paramsType: name } = operation;
  const about = code`The parameters of \`${ident(operation.name)}\`.`;
  const parameters = operation.parameters.map((each) => parameterMember(each, table));
  const choices = body === undefined ? [] : bodyChoices(body, table);
  if (choices.length > 1)
    return {
      kind: "type",
      name,
      docs: about,
      type: withChoices(
        parameters,
        choices.map((each) => printTypeLiteral(each)),
      ),
    };
  return { kind: "interface", name, docs: about, members: [...parameters, ...choices.flat()] };
}

function parameterMember(
  { property, required, schema, json, description, deprecated }: Parameter,
  table: SchemaTable,
): Member {
  const type = printType(schema, table);
  const isUnknown = type.parts.length === 1 && type.parts[0] === "unknown";
  return {
    name: memberName(property),
    optional: !required,
    type: isUnknown && !json ? code`string | number | boolean` : type,
    docs: docs(
      [description ?? schema.annotations.description],
      deprecated || schema.annotations.deprecated === true,
    ),
  };
}

/** The body and its media type, one list of members for each media type that there is to choose from. */
function bodyChoices(body: Body, table: SchemaTable): readonly (readonly Member[])[] {
  const choosing = takesContentType(body);
  return byPreference(body.contents).map((content, i) => {
    const isUsual = i === 0;
    const contentType: Member = {
      name: ident("contentType"),
      optional: isUsual,
      type: mediaTypeOf(content),
    };
    const member: Member = {
      name: ident("body"),
      optional: isUsual && !body.required,
      type: writtenType(content, table),
      docs: docs([body.description], false),
    };
    return choosing ? [contentType, member] : [member];
  });
}

/** The parameters, and one of several bodies. */
function withChoices(parameters: readonly Member[], choices: readonly Code[]): Code {
  const bodies = join(choices, " | ");
  return parameters.length === 0 ? bodies : code`${printTypeLiteral(parameters)} & (${bodies})`;
}

/** The type of a media type: itself, or of a range all that begins like it. */
function mediaTypeOf({ mediaType }: Content): Code {
  if (!isRange(mediaType)) return str(mediaType);
  const start = /^[^*]*/.exec(mediaType)?.[0] ?? "";
  return start === "" ? code`string` : startingWith(start);
}

/** The type of a request's body as the caller gives it. */
function writtenType(content: Content, table: SchemaTable): Code {
  if (content.schema === undefined) return code`${typeFrom("runtime/bytes", "Bytes")}`;
  const type = printType(content.schema, table);
  return isStream(content) ? code`${typeFrom("runtime/json-lines", "Series")}<${type}>` : type;
}
