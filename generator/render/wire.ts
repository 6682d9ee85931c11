/** The exact wire contract as openapi-typescript prints it: `paths`, `components` and `operations`. */
import openapiTS, { type OpenAPI3, astToString } from "openapi-typescript";
import type { JsonObject } from "../json.js";

/** `schema.ts` for a canonical description. */
export async function printWire(data: JsonObject): Promise<string> {
  return astToString(await openapiTS(structuredClone(data) as unknown as OpenAPI3, { silent: true }));
}
