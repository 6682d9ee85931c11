/** Plans how values stand in XML: one constant a schema that a body or an answer in XML leads to. */
import { type Code, code, ident, typeFrom } from "../code/code.js";
import type { Module } from "../code/module.js";
import { type Api, operationsOf } from "../model/api.js";
import type { Content } from "../model/content.js";
import { type SchemaTable, named } from "../model/schema.js";
import { reachedFrom } from "../model/xml-shape.js";
import { moduleOf, xmlValue } from "../print/symbols.js";
import { printXmlElement } from "../print/xml.js";

const xmlContents = (api: Api): readonly Content[] =>
  [...operationsOf(api), ...api.webhooks]
    .flatMap(({ body, responses }) =>
      [body?.contents ?? [], responses.flatMap((each) => each.contents)].flat(),
    )
    .filter((each) => each.codec === "xml");

/** Whether a package reads or writes XML. */
export const holdsXml = (api: Api): boolean => xmlContents(api).length > 0;

/** The root of a content, as an expression. */
export function xmlRoot({ schema }: Content, table: SchemaTable): Code {
  return code`${xmlValue(named(table, schema?.ref ?? ""))}`;
}

/** One module a schema that stands by itself, one a resource for those of its operations. */
export function planXml(api: Api): readonly Module[] {
  const { schemas } = api;
  const roots = xmlContents(api).flatMap(({ schema }) => schema?.ref ?? []);
  const elements = new Map(roots.flatMap((id) => [...reachedFrom(id, schemas)]));
  const modules = new Map<string, Module>();
  for (const schema of schemas.values()) {
    const element = elements.get(schema.id);
    if (element === undefined) continue;
    const path = moduleOf(schema, "xml");
    const declarations = modules.get(path)?.declarations ?? [];
    const declared = {
      kind: "const",
      exported: true,
      name: `${schema.factory}Xml`,
      docs: code`How \`${ident(schema.name)}\` stands in XML.`,
      type: code`${typeFrom("runtime/xml", "XmlElement")}`,
      value: printXmlElement(element, schemas),
    } as const;
    modules.set(path, { path, declarations: [...declarations, declared] });
  }
  return [...modules.values()];
}
