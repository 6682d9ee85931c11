/** The laws of arbitrary descriptions stand in one file because they share the packages, which take long to make. */
import { describe } from "vitest";
import { caseLaws } from "./arbitrary/cases.js";
import { issueLaws } from "./arbitrary/issues.js";
import { jsonSchemaLaws } from "./arbitrary/json-schemas.js";
import { valueLaws } from "./arbitrary/values.js";

describe("of an arbitrary description", () => {
  valueLaws();
  caseLaws();
  issueLaws();
  jsonSchemaLaws();
});
