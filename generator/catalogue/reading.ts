/** What is wrong with files and with how they are asked for: descriptions, overlays, configurations, and the ways to them. */
import { type Rule, error, warning } from "./rule.js";

export const reading = {
  "input-unreadable": error("the file cannot be read", "check the path and the permissions"),
  "input-syntax": error("the file is not valid YAML or JSON", "mend the syntax at this place"),
  "number-imprecise": warning(
    "the number has more digits than JavaScript can hold",
    "write one that it can hold, or a string",
  ),
  "input-too-deep": error(
    "objects and arrays are nested more than 600 levels deep",
    "give what is inside of others a place of its own, and refer to it",
  ),
  "input-not-openapi": error(
    "the document is not an OpenAPI description",
    'give it an `openapi: "3.1.0"` field and a `paths` or `components` object',
  ),
  "input-version": error(
    "this OpenAPI version is not supported",
    "convert the description to Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2",
  ),
  "revision-unknown": error(
    "git knows no such revision",
    "give a branch, a tag or a commit of the repository of the description; a shallow clone may have to fetch it",
  ),
  "config-invalid": error(
    "the configuration is not valid",
    "correct it as the chapter `Configuration` of the README tells",
  ),
  "config-failed": error(
    "the configuration cannot be run",
    "mend the module at this place, or what it imports there",
  ),
  "overlay-invalid": error(
    "the overlay breaks the OpenAPI Overlay Specification 1.0",
    "correct the named field of the overlay",
  ),
  "overlay-no-match": warning(
    "the overlay's target selects nothing",
    "correct the JSONPath or drop the action",
  ),
  "selection-no-match": warning(
    "no operation is what `include` or `exclude` speaks of",
    "correct the name, or remove it",
  ),
} as const satisfies Record<string, Rule>;
