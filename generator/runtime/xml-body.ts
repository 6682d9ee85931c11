/** Bodies of requests that are XML. */
import { type RequestBody, requestBody } from "./body.js";
import type { XmlElement } from "./xml.js";
import { xmlText } from "./xml-text.js";

/** The value as the content of a root. */
export function xmlBody(
  body: unknown,
  root: XmlElement,
  type: string = "application/xml",
): RequestBody | undefined {
  return body === undefined ? undefined : requestBody(type, xmlText(body, root));
}
