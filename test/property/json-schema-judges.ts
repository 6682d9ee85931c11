/** Ajv as the judge of schemas in several dialects. It has our formats, so that only the schemas are put to the test. */
import { Ajv, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { compareDeeply } from "./equality.js";
import type { Json, JsonObject } from "../../generator/json.js";
import { upgradeSchema } from "../../generator/load/upgrade.js";
import { knownFormats } from "../../generator/model/formats.js";
import * as checks from "../../generator/runtime/formats.js";
import { type Subschema, mapValue } from "../../generator/runtime/json-schema.js";
import type { SchemaValidator } from "../../generator/runtime/schema-validator.js";

export type Judge = (value: unknown) => boolean;

export const dialects = ["draft-2020-12", "draft-07", "openapi-3.0"] as const;

export type Dialect = (typeof dialects)[number];

/** Makes the judge by a schema; throws where the dialect does not allow the schema. */
export type MakeJudge = (dialect: Dialect, schema: object) => Judge;

/** `formats`: whether a string that breaks its format is invalid. */
export function judges(formats: "annotation" | "assertion" = "assertion"): MakeJudge {
  const options: Options = {
    strict: false,
    // Without it, ajv overlooks that a property is missing whose name is the empty string.
    allErrors: true,
    logger: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    validateFormats: formats === "assertion",
  };
  const [modern, older] = [new Ajv2020(options), new Ajv(options)];
  for (const each of [modern, older]) {
    addFormats(each);
    compareDeeply(each);
  }
  return (dialect, schema) => {
    const check =
      dialect === "draft-07"
        ? older.compile(schema)
        : modern.compile(dialect === "openapi-3.0" ? upgraded(schema as JsonObject) : schema);
    return (value) => check(value) as boolean;
  };
}

function addFormats(ajv: Ajv): void {
  for (const [name, { check, range }] of knownFormats) {
    if (check !== undefined) ajv.addFormat(name, { type: "string", validate: checks[check] });
    else if (range === undefined) ajv.addFormat(name, true);
    else {
      const { min, max, whole } = range;
      const validate = (value: number): boolean =>
        value >= min && value <= max && (!whole || Number.isInteger(value));
      ajv.addFormat(name, { type: "number", validate });
    }
  }
}

/** A schema of OpenAPI 3.0 as the generator reads it. */
function upgraded(schema: JsonObject): JsonObject {
  const map = (each: Subschema): unknown =>
    typeof each === "boolean" ? each : upgraded(each as unknown as JsonObject);
  const members = Object.entries(upgradeSchema(schema));
  return Object.fromEntries(
    members.map(([keyword, value]) => [keyword, mapValue(keyword, value, map) as Json]),
  );
}

/** The judges by the schema of a validator, as far as the schema can be said in their dialects. */
export function judgesOf(validator: SchemaValidator<unknown>, judge: MakeJudge): ReadonlyMap<Dialect, Judge> {
  const { input } = validator["~standard"].jsonSchema;
  return new Map(
    dialects.flatMap((dialect) => {
      const said = sayable(() => input({ target: dialect }));
      return said === undefined ? [] : [[dialect, judge(dialect, said)]];
    }),
  );
}

function sayable<T>(say: () => T): T | undefined {
  try {
    return say();
  } catch (cause) {
    if (!(cause as Error).message.includes("has no equivalent")) throw cause;
    return undefined;
  }
}
