/** Branches of `anyOf` and `oneOf`, as samples see them. */
import { type Property, type Schema, hasRules } from "../model/schema.js";

/** The branches of a schema that is nothing but a list of alternatives. */
export function pureBranches(schema: Schema): readonly Schema[] | undefined {
  return hasRules(schema, schema.anyOf === undefined ? "oneOf" : "anyOf")
    ? undefined
    : (schema.anyOf ?? schema.oneOf);
}

/** A branch with the value that the discriminator chooses it by. */
export function withTag(schema: Schema, branch: Schema, index: number): Schema {
  const tags = schema.discriminator?.tags[index];
  if (schema.discriminator === undefined || tags === undefined || tags.length === 0) return branch;
  const tag: Property = {
    name: schema.discriminator.property,
    required: true,
    schema: { pointer: branch.pointer, enum: tags, annotations: {} },
  };
  const tagged: Schema = {
    pointer: branch.pointer,
    object: { properties: [tag], patternProperties: [] },
    annotations: {},
  };
  return { pointer: branch.pointer, allOf: [branch, tagged], annotations: {} };
}

/** A schema for a value of which nothing is said. */
export const anything = (schema: Schema): Schema => ({
  pointer: schema.pointer,
  types: ["string"],
  annotations: {},
});
