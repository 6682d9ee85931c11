/** Prints how values stand in XML as data of the runtime. */
import { type Code, code, key, literal, object, str } from "../code/code.js";
import { type SchemaTable, named } from "../model/schema.js";
import type { XmlContent, XmlElement, XmlMember } from "../model/xml.js";
import { xmlValue } from "./symbols.js";

export function printXmlElement(element: XmlElement, table: SchemaTable): Code {
  const { name, prefix, namespace, attribute, nullable, content } = element;
  return object([
    code`name: ${str(name)}`,
    ...(prefix === undefined ? [] : [code`prefix: ${str(prefix)}`]),
    ...(namespace === undefined ? [] : [code`namespace: ${str(namespace)}`]),
    ...(attribute ? [code`attribute: true`] : []),
    ...(nullable ? [code`nullable: true`] : []),
    code`holds: ${printContent(content, table)}`,
  ]);
}

function printContent(content: XmlContent, table: SchemaTable): Code {
  switch (content.kind) {
    case "text":
      return object([code`text: ${literal([...content.types])}`]);
    case "list":
      return object([code`items: ${printXmlElement(content.item, table)}`]);
    case "object": {
      const members = content.members.map(([name, each]) => code`${key(name)}: ${printMember(each, table)}`);
      const { others } = content;
      return object([
        code`members: ${object(members)}`,
        ...(others === undefined ? [] : [code`others: ${printMember(others, table)}`]),
      ]);
    }
    case "named":
      return code`() => ${xmlValue(named(table, content.id))}.holds`;
  }
}

function printMember(member: XmlMember, table: SchemaTable): Code {
  if (member.kind === "element") return printXmlElement(member.element, table);
  if (member.kind === "text")
    return object([
      code`inner: ${literal([...member.types])}`,
      ...(member.isCdata ? [code`cdata: true`] : []),
      ...(member.required ? [code`required: true`] : []),
    ]);
  return object([
    code`each: ${printXmlElement(member.item, table)}`,
    ...(member.required ? [code`required: true`] : []),
    ...(member.nullable ? [code`nullable: true`] : []),
  ]);
}
