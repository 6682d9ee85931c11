/** The headers of an operation's answers: their types by status, and how they are read. */
import { meantTypes } from "../model/allowed-types.js";
import { type Code, code, ident, join, key, literal, memberName, valueFrom } from "../code/code.js";
import type { Declaration, Member } from "../code/module.js";
import type { Operation } from "../model/api.js";
import type { ResponseHeader } from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType, printTypeLiteral } from "../print/type.js";
import { statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import { textRules } from "./text-rules.js";

export function declareHeaders(operation: Operation, table: SchemaTable): readonly Declaration[] {
  if (operation.headersType === undefined) return [];
  return [
    {
      kind: "interface",
      name: operation.headersType,
      docs: code`The documented headers of the answers of \`${ident(operation.name)}\`, by status.`,
      members: withHeaders(operation).map(({ status, headers }) => ({
        name: statusKey(status),
        optional: false,
        type: printTypeLiteral(headers.map((each) => memberOf(each, table))),
      })),
    },
  ];
}

/** What reads them, as an expression. */
export function headerReader(
  operation: Operation,
  table: SchemaTable,
  converters: Converters,
): Code | undefined {
  if (operation.headersType === undefined) return undefined;
  const statuses = withHeaders(operation).map(({ status, headers }) => {
    const rules = headers.map((each) => {
      const converter = converters.ofInline(each);
      const plain = rulesOf(each, table);
      const read = converter === undefined ? plain : readerOf(each, plain, converter, converters);
      return code`${key(each.name)}: ${read}`;
    });
    return code`${statusKey(status)}: { ${join(rules, ", ")} }`;
  });
  return code`${valueFrom("runtime/header-values", "headerValues")}({ ${join(statuses, ", ")} })`;
}

const withHeaders = ({ responses }: Operation): Operation["responses"] =>
  responses.filter((each) => each.headers.length > 0);

/** JSON, or what the text of a header can be read as; an object stays text. */
function rulesOf({ schema, json }: ResponseHeader, table: SchemaTable): Code {
  if (json) return code`"json"`;
  const { types, items } = textRules([schema], table);
  return literal({ ...(types && { types: [...types] }), ...(items && { items: [...items] }) });
}

/** What makes a value of the text of a header; JSON with long integers is read in one go. */
function readerOf(
  { schema, json }: ResponseHeader,
  rules: Code,
  converter: Code,
  { holdsBigints }: Converters,
): Code {
  return json && holdsBigints(schema)
    ? code`${valueFrom("runtime/lossless-header", "losslessHeader")}(${converter})`
    : code`${valueFrom("runtime/converted-header", "convertedHeader")}(${rules}, ${converter})`;
}

function memberOf(
  { name, required, deprecated, description, schema, json }: ResponseHeader,
  table: SchemaTable,
): Member {
  return {
    name: memberName(name),
    optional: !required,
    type: !json && meantTypes(schema, table).has("object") ? code`string` : printType(schema, table),
    docs: docs([description ?? schema.annotations.description], deprecated),
  };
}
