/** Bodies that are XML, as a server reads those of requests and writes those of answers. */
import { nothing, readValue, unreadable } from "./read-contents.js";
import type { RouteAnswer, RouteContent } from "./route.js";
import type { XmlElement } from "./xml.js";
import { xmlText } from "./xml-text.js";
import { type XmlNode, xmlTree } from "./xml-tree.js";
import { isMeant, xmlValue } from "./xml-value.js";

/** Empty XML is no XML: there is no body. */
export function readXml(root: XmlElement): RouteContent["read"] {
  return async (content, request) => {
    const text = await request.text();
    if (text === "") return nothing;
    let node: XmlNode;
    try {
      node = xmlTree(text);
    } catch {
      return unreadable(content, text);
    }
    return isMeant(node, root) ? readValue(content, xmlValue(node, root)) : unreadable(content, text);
  };
}

export function writeXml(root: XmlElement): NonNullable<RouteAnswer<unknown>["write"]> {
  return (body, { convert = (value) => value }) => xmlText(convert(body), root);
}
