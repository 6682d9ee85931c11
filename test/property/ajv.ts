/** Ajv as the other validator: strict about what is valid, and about nothing else. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { correctKeywords } from "./ajv-keywords.js";
import { addFormats } from "./oracle-formats.js";

/** JSON Schema asks for Unicode; an expression that cannot be read so is read as of old (ECMA-262, annex B.1.2). */
export function regExp(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

/** An ajv with formats of its own; it keeps no record of what it judges, which it stumbles over. */
export function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    allErrors: true,
    ownProperties: true,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: "regExp" }) },
  });
  ajv.opts.unevaluated = false;
  addFormats(ajv);
  correctKeywords(ajv);
  return ajv;
}

/** An ajv that knows the document as `document`. */
export const ajvOf = (document: object): Ajv2020 => makeAjv().addSchema(document, "document");
