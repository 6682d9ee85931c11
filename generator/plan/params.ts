/** The type of what a call of an operation takes: its parameters and its body. */
import { type Code, code, ident, memberName } from "../code/code.js";
import type { Declaration, Member } from "../code/module.js";
import type { Operation } from "../model/api.js";
import type { Content } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType } from "../print/type.js";

export function declareParams(operation: Operation, table: SchemaTable): Declaration {
  const { body } = operation;
  const content: readonly Member[] =
    body === undefined
      ? []
      : [
          {
            name: ident("body"),
            optional: !body.required,
            type: contentType(body.content, table),
            docs: docs([body.description], false),
          },
        ];
  return {
    kind: "interface",
    name: operation.paramsType,
    docs: code`The parameters of \`${ident(operation.name)}\`.`,
    members: [...operation.parameters.map((each) => parameterMember(each, table)), ...content],
  };
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

/** The type of a body as the caller sees it. */
export function contentType(content: Content, table: SchemaTable): Code {
  return content.schema === undefined ? code`Blob` : printType(content.schema, table);
}
