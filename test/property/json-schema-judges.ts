/**
 * Judges of schemas in several dialects: the evaluator, and ajv where the dialect is an older draft. They have our
 * formats, so that only the schemas are put to the test.
 */
import { Ajv, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../../generator/json.js";
import { upgradeSchema } from "../../generator/load/upgrade.js";
import { knownFormats } from "../../generator/model/formats.js";
import * as checks from "../../generator/runtime/formats.js";
import { type Subschema, mapValue } from "../../generator/runtime/json-schema.js";
import type { SchemaValidator } from "../../generator/runtime/schema-validator.js";
import { correctKeywords } from "./ajv-keywords.js";
import { type Assertions, assertionsOf } from "./assertions.js";
import { evaluator } from "./evaluator.js";

export type Judge = (value: unknown) => boolean;

export const dialects = ["draft-2020-12", "draft-07", "openapi-3.0"] as const;

export type Dialect = (typeof dialects)[number];

/** Makes the judge by a schema; throws where the dialect does not allow the schema. */
export type MakeJudge = (dialect: Dialect, schema: object) => Judge;

/** Whether a string that breaks its format is invalid. */
type Formats = "annotation" | "assertion";

/** Schemas are many and assertions few, so those are compiled once for all judges. */
const assertions: Readonly<Record<Formats, Assertions>> = {
  annotation: assertionsOf(prepared(new Ajv2020(options("annotation")))),
  assertion: assertionsOf(prepared(new Ajv2020(options("assertion")))),
};

export function judges(formats: Formats = "assertion"): MakeJudge {
  const older = prepared(new Ajv(options(formats)));
  const modern = (schema: object): Judge => {
    const evaluate = evaluator(schema, assertions[formats]);
    return (value) => evaluate(schema, value);
  };
  return (dialect, schema) => {
    switch (dialect) {
      case "draft-2020-12":
        return modern(schema);
      case "openapi-3.0":
        return modern(upgraded(schema as JsonObject));
      case "draft-07": {
        const check = older.compile(schema);
        return (value) => check(value) as boolean;
      }
    }
  };
}

function options(formats: Formats): Options {
  return {
    strict: false,
    allErrors: true,
    logger: false,
    ownProperties: true,
    validateFormats: formats === "assertion",
  };
}

function prepared<T extends Ajv | Ajv2020>(ajv: T): T {
  addFormats(ajv);
  correctKeywords(ajv);
  return ajv;
}

function addFormats(ajv: Ajv | Ajv2020): void {
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
