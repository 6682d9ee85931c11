import { describe, expect, test } from "vitest";
import { plainText } from "../../generator/code/code.js";
import { catalogue } from "../../generator/catalogue/catalogue.js";
import type { Report } from "../../generator/diagnostics.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { pascalCase } from "../../generator/model/names.js";
import { type NamedSchema, named } from "../../generator/model/schema.js";
import { jsonSchemaRefs, printJsonSchema } from "../../generator/print/json-schema.js";
import type { JsonSchema } from "../../generator/runtime/json-schema.js";
import { type SchemaValidator, schemaValidator } from "../../generator/runtime/schema-validator.js";
import { validatorsOf } from "../../generator/validate/run.js";
import { describeCases, embedCase } from "../conformance/embed.js";
import { type Case, isPresent, isRequired, readCases, suiteFiles } from "../conformance/suite.js";
import { judges, judgesOf } from "./json-schema-judges.js";

/** Formats are annotations in the required files of the suite. */
const judge = judges("annotation");
const files = suiteFiles.filter(isRequired);

describe.skipIf(!isPresent)(
  "the JSON Schemas of the suite (skipped where ../shared/json-schema-test-suite is absent)",
  () => {
    test.each(files)("%s: judge as the suite does, in every dialect that has the words", (file) => {
      const surprises = readCases(file).flatMap((each, i) => differences(each, validatorOf(each, file, i)));
      expect(surprises).toEqual([]);
    });

    test("can be said in other dialects for the most part", () => {
      const said = files.flatMap((file) =>
        readCases(file).map((each, i) => judgesOf(validatorOf(each, file, i), () => () => true)),
      );
      expect(said.length).toBeGreaterThan(350);
      expect(said.filter((each) => each.has("draft-07")).length).toBeGreaterThan(290);
      expect(said.filter((each) => each.has("openapi-3.0")).length).toBeGreaterThan(250);
    });
  },
);

/** Ajv, which judges the older draft, does not look at a property of this name. */
const overlooked = "properties whose names are Javascript object property names: __proto__ not valid";

/** Where a judge by our schema is wrong. */
function differences(each: Case, validator: SchemaValidator<unknown>): readonly string[] {
  const by = [...judgesOf(validator, judge)];
  return each.tests.flatMap(({ description, data, valid }) => {
    const title = `${each.description}: ${description}`;
    const wrong = by.filter(([, says]) => says(data) !== valid).map(([dialect]) => dialect);
    return wrong.length === 0 || (title === overlooked && wrong.join() === "draft-07")
      ? []
      : [`${title}: not ${valid} in ${wrong.join(" and ")}`];
  });
}

function validatorOf(each: Case, file: string, index: number): SchemaValidator<unknown> {
  const embedded = embedCase(each, file, index);
  const data = canonical(describeCases([embedded]));
  const report: Report = (code, pointer, detail) => {
    if (catalogue[code].severity === "error") throw new Error(`${pointer}: ${code}: ${detail}`);
  };
  const dialect = readDialect(data, report) ?? "3.1";
  const { schemas } = lower(data, dialect, report, { asserts: () => false });
  const { of } = validatorsOf(schemas);
  const known = new Map<string, SchemaValidator<unknown>>();
  const make = ({ id, name, schema }: NamedSchema): SchemaValidator<unknown> => {
    const made =
      known.get(id) ??
      schemaValidator(name, of(id), evaluate(plainText(printJsonSchema(schema, schemas))), () =>
        jsonSchemaRefs(schema).map((ref) => make(named(schemas, ref))),
      );
    known.set(id, made);
    return made;
  };
  const found = [...schemas.values()].find(({ name }) => name === pascalCase(embedded.component));
  return make(found as NamedSchema);
}

/** The value of an object literal that was printed. */
const evaluate = (printed: string): JsonSchema => new Function(`return ${printed}`)() as JsonSchema;
