/** The functions with which a package of some schemas writes and reads their values in XML. */
import type { XmlElement } from "../../generator/runtime/xml.js";
import type { xmlText as XmlText } from "../../generator/runtime/xml-text.js";
import type { xmlTree as XmlTree } from "../../generator/runtime/xml-tree.js";
import type { isMeant as IsMeant, xmlValue as XmlValue } from "../../generator/runtime/xml-value.js";
import { emit } from "../property/emit.js";
import { loadPackage } from "../support/load-package.js";
import { body, describedBy } from "../wire/emitted-client.js";

export interface EmittedXml {
  /** The document without its declaration. */
  readonly write: (name: string, value: unknown) => string;
  readonly read: (name: string, text: string) => unknown;
}

/** Names are those of components, which begin with a capital and have no other; `parts` are those that are no roots. */
export async function emittedXml(
  schemas: Readonly<Record<string, object>>,
  parts: readonly string[] = [],
): Promise<EmittedXml> {
  const names = Object.keys(schemas).filter((each) => !parts.includes(each));
  const operations = names.map((name) => [
    `send${name}`,
    body({ "application/xml": { schema: { $ref: `#/components/schemas/${name}` } } }),
  ]);
  const document = describedBy(Object.fromEntries(operations) as Record<string, object>, schemas);
  const { files, diagnostics } = await emit(document);
  if (files === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const module = (name: string): string =>
    `xml/${name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, "-").toLowerCase()}`;
  const loaded = await loadPackage(files, [
    ...names.map(module),
    "runtime/xml-text",
    "runtime/xml-tree",
    "runtime/xml-value",
  ]);
  const root = (name: string): XmlElement =>
    loaded[module(name)]?.[`${name.charAt(0).toLowerCase()}${name.slice(1)}Xml`] as XmlElement;
  const { xmlText, xmlTree, xmlValue, isMeant } = Object.assign(
    {},
    ...["xml-text", "xml-tree", "xml-value"].map((each) => loaded[`runtime/${each}`]),
  ) as {
    xmlText: typeof XmlText;
    xmlTree: typeof XmlTree;
    xmlValue: typeof XmlValue;
    isMeant: typeof IsMeant;
  };
  return {
    write: (name, value) => xmlText(value, root(name)).replace(/^<\?.*?\?>/, ""),
    read: (name, text) => {
      const node = xmlTree(text);
      if (!isMeant(node, root(name))) throw new Error(`${node.local} is not the root`);
      return xmlValue(node, root(name));
    },
  };
}
