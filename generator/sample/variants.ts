/** The alternatives that a schema leaves: what a value must be like to show one, and the schema that applies to it then. */
import { type Property, type Schema, isNull } from "../model/schema.js";
import type { Union } from "./case.js";
import { withTag } from "./branches.js";
import { keeping, refusing } from "./opposites.js";

export interface Variant {
  /** The keyword that leaves the choice. */
  readonly label: Union | "then" | "else" | "dependentSchemas";
  /** What applies beside what always does. */
  readonly branch: Schema;
  /** Whose values show the alternative. */
  readonly schema: Schema;
  /** Whose values show no other alternative. */
  readonly alone: Schema;
  /** What is wrong with the branch is told as the cause of one issue of this keyword. */
  readonly union?: Union;
}

export function variantsOf(schema: Schema): readonly Variant[] {
  return [
    ...ofUnion(schema, "anyOf"),
    ...ofUnion(schema, "oneOf"),
    ...ofCondition(schema),
    ...ofNames(schema),
  ];
}

function ofUnion(schema: Schema, label: Union): readonly Variant[] {
  const { [label]: branches, ...rest } = schema;
  const { discriminator, ...others } = rest;
  const isTagged = discriminator !== undefined && (label === "oneOf" || schema.oneOf === undefined);
  return (branches ?? []).flatMap((branch, i): readonly Variant[] => {
    if (isNull(branch) || branch.never) return [];
    const shown = isTagged ? keeping(others, withTag(schema, branch, i)) : keeping(rest, branch);
    const alone = (branches ?? []).filter((each) => each !== branch).reduce(refusing, shown);
    return [
      {
        label,
        branch,
        schema: shown,
        alone: isTagged ? shown : alone,
        ...(isTagged ? {} : { union: label }),
      },
    ];
  });
}

/** Where a side says nothing, it is shown all the same: the other side does not apply there. */
function ofCondition({ conditional, ...rest }: Schema): readonly Variant[] {
  if (conditional === undefined) return [];
  const nothing: Schema = { pointer: rest.pointer, annotations: {} };
  const { if: condition, then = nothing, else: otherwise = nothing } = conditional;
  const met = keeping(rest, condition, then);
  const unmet = keeping(refusing(rest, condition), otherwise);
  return [
    { label: "then", branch: then, schema: met, alone: met },
    { label: "else", branch: otherwise, schema: unmet, alone: unmet },
  ];
}

function ofNames(schema: Schema): readonly Variant[] {
  return (schema.object?.dependentSchemas ?? []).map(({ name, schema: branch }) => {
    const shown: Property = { name, required: true, schema: { pointer: schema.pointer, annotations: {} } };
    const asked: Schema = {
      pointer: schema.pointer,
      object: { properties: [shown], patternProperties: [] },
      annotations: {},
    };
    const present = keeping(schema, asked);
    return { label: "dependentSchemas", branch, schema: present, alone: present };
  });
}
