/** Changes a schema and all schemas inside it. */
import { type Schema, mapSchemas } from "./schema.js";

/** A copy in which each schema is what `change` makes of it, those inside first; references are not followed. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  return change(mapSchemas(schema, (each) => mapSchema(each, change)));
}
