/** From an answer that is XML to the body that the caller gets. */
import type { Decode } from "./client.js";
import { text, unexpected } from "./decode.js";
import { ResponseError } from "./errors.js";
import type { XmlElement } from "./xml.js";
import { type XmlNode, xmlTree } from "./xml-tree.js";
import { isMeant, xmlValue } from "./xml-value.js";

/** The value in the root. Throws a `ResponseError` for what it cannot read. */
export function xml(root: XmlElement): Decode {
  return async (response) => {
    const body = await text(response);
    if (!/\bxml\b/i.test(response.headers.get("content-type") ?? "xml"))
      throw unexpected("valid XML", response, body);
    let node: XmlNode;
    try {
      node = xmlTree(body);
    } catch (cause) {
      throw unexpected("valid XML", response, body, cause);
    }
    if (isMeant(node, root)) return xmlValue(node, root);
    throw new ResponseError(`expected the element ${root.name} and got ${node.local}`, response, body);
  };
}
