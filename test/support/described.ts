/** Validators of the schemas of an OpenAPI document, run without being printed. */
import { catalogue } from "../../generator/catalogue/catalogue.js";
import type { Report } from "../../generator/diagnostics.js";
import type { JsonObject } from "../../generator/json.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { validatorsOf } from "../../generator/validate/run.js";

/** Gives the validators of schemas by their names in `#/components/schemas`; throws where one is refused. */
export function described(schemas: object): (name: string) => Validator<unknown> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {},
    components: { schemas },
  } as JsonObject;
  const report: Report = (code, pointer, detail) => {
    if (catalogue[code].severity === "error") throw new Error(`${pointer}: ${code}: ${detail}`);
  };
  const dialect = readDialect(document, report);
  if (dialect === undefined) throw new Error("bug: the document has no version");
  const { of } = validatorsOf(lower(canonical(document), dialect, report).schemas);
  return (name) => of(`/components/schemas/${name}`);
}
