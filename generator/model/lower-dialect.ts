/** The version of OpenAPI that a description is written in. */
import type { Report } from "../diagnostics.js";
import { type Json, isObject, member } from "../json.js";
import { suggestion } from "../suggestion.js";
import type { Dialect } from "./reader.js";

/** Which dialect of OpenAPI the description speaks; reports and returns undefined for one that we do not read. */
export function readDialect(data: Json, report: Report): Dialect | undefined {
  const version = member(data, "openapi");
  if (typeof version === "string") {
    if (!["paths", "components", "webhooks"].some((key) => member(data, key) !== undefined)) {
      report("input-not-openapi", "", 'there is none of "paths", "components" and "webhooks"');
      return undefined;
    }
    if (/^3\.0\.\d+/.test(version)) return "3.0";
    if (/^3\.1\.\d+/.test(version)) return "3.1";
    if (/^3\.2\.\d+/.test(version)) return "3.2";
    report("input-version", "/openapi", version);
  } else if (typeof version === "number") {
    const known = [3.1, 3.2].includes(version) ? `${version}.0` : version === 3 ? "3.0.3" : "3.1.0";
    report("input-not-openapi", "/openapi", `the version is a number; quote it: "${known}"`);
  } else {
    const meant = isObject(data) ? Object.keys(data).find((key) => suggestion(key, ["openapi"])) : undefined;
    if (version === undefined && meant !== undefined)
      report("input-not-openapi", `/${meant}`, `${meant}; did you mean openapi?`);
    else report("input-not-openapi", "", 'the field "openapi" is missing or is no string');
  }
  return undefined;
}
