/** Judges what stands on the wire, together with the values that are read of it. */
import type { Json } from "../json.js";
import type { Conversions } from "../model/conversion.js";
import { mapSchema } from "../model/map-schema.js";
import { present } from "../model/present.js";
import type { Schema, SchemaTable } from "../model/schema.js";
import type { Issue } from "../runtime/issue.js";
import { convertersOf } from "./convert.js";
import { type Validators, validatorsOf } from "./run.js";

/** What tells whether a value, as it stands on the wire, is valid. */
export type Judge = Pick<Validators, "accepts" | "issues">;

/**
 * The judge of the fixtures of a package: valid is what is valid on the wire, when it has been read, and when that has been written
 * again. An invalid value has its own issues only if the validators of values find the very same.
 */
export function judgeOf(table: SchemaTable, conversions: Conversions): Judge {
  const values = validatorsOf(table);
  if (![...table.keys()].some(conversions.converts)) return values;
  const wire = validatorsOf(
    new Map([...table].map(([id, each]) => [id, { ...each, schema: asOnWire(each.schema) }])),
  );
  const converterOf = convertersOf(table, conversions, (schema) => (value, issues) => {
    issues.push(...values.issues(schema, value as Json));
  });
  const known = new WeakMap<Schema, Schema>();
  const onWire = (schema: Schema): Schema => {
    const found = known.get(schema) ?? asOnWire(schema);
    known.set(schema, found);
    return found;
  };

  const issues = (schema: Schema, given: Json): readonly Issue[] => {
    const found = wire.issues(onWire(schema), given);
    const converter = converterOf(schema);
    if (converter === undefined) return found;
    const value = converter.read(given) as Json;
    const ofValue = values.issues(schema, value);
    if (found.length > 0) return told(found) === told(ofValue) ? found : [...found, ...found, ...ofValue];
    return ofValue.length > 0
      ? ofValue
      : wire.issues(onWire(schema), converter.write<unknown>(value) as Json);
  };
  return { issues, accepts: (schema, value) => issues(schema, value).length === 0 };
}

const asOnWire = (schema: Schema): Schema =>
  mapSchema(schema, (each) => present({ ...each, converter: undefined }));

const told = (issues: readonly Issue[]): string =>
  JSON.stringify(issues.map(({ code, path }) => [code, path]));
