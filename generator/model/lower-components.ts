/** Looks at components that nobody refers to: what is wrong with them is told of all the same. */
import { isObject } from "../json.js";
import { operationsIn } from "./lower-path-item.js";
import { type At, type Reader, expect, members, objectField } from "./reader.js";

/** Those that are no schemas (OpenAPI 3.1, section 4.8.7). */
const otherComponents = [
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
];

export function lookAtComponents(reader: Reader, components: At): void {
  for (const section of otherComponents)
    for (const each of members(objectField(reader, components, section))) {
      const at = expect(reader, each, isObject, "an object");
      if (at !== undefined && section === "pathItems") operationsIn(reader, at);
    }
}
