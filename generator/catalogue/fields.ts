/** What is wrong with any field of a description, whatever it stands in. */
import { type Rule, error, warning } from "./rule.js";

export const fields = {
  "wrong-type": error(
    "a field has a value of the wrong kind",
    "write the value that the OpenAPI Specification asks for",
  ),
  "missing-field": error("a required field is missing", "add the field"),
  "field-of-later-version": warning(
    "the field is of a later version of OpenAPI, and is read as that version has it",
    "say that version in `openapi`",
  ),
  "field-of-earlier-version": warning(
    "the field is of an earlier version, and is read as that version has it",
    "say it as the description's version does",
  ),
  "field-unknown": warning(
    "no field of this object is called so, and it is not read",
    "correct its name, or begin it with x-",
  ),
  "extension-invalid": error(
    "the x-specwright extension is not valid",
    "see the chapter `Curating a description` of the README",
  ),
} as const satisfies Record<string, Rule>;
