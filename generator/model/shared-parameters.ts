/** Parameters that operations of several resources share. */
import { byCodeUnit } from "../json.js";
import type { Resource } from "./api.js";
import { bodyMembers } from "./content.js";
import type { Parameter } from "./parameter.js";
import { rulesText } from "./rules-text.js";

/**
 * Parameters of several resources, so that a client can hold a default for them. It fills in a member of an operation's
 * parameters by its name: in every operation this must be the same parameter, and never the body. What all objects inherit
 * (`constructor`) is no name for a default, because an object without defaults would have it, too.
 */
export function sharedParameters(resources: readonly Resource[]): readonly Parameter[] {
  const uses = new Map<string, Use[]>();
  for (const resource of resources)
    for (const { parameters, body } of resource.operations)
      for (const [member, parameter] of [
        ...parameters.map((each) => [each.property, each] as const),
        ...bodyMembers(body).map((each) => [each, undefined] as const),
      ])
        uses.set(member, [...(uses.get(member) ?? []), { resource, parameter }]);
  return [...uses]
    .flatMap(([member, all]) => (member in {} ? [] : (commonTo(member, all) ?? [])))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

/** What a member of an operation's parameters is in a resource: a parameter, or of the body. */
interface Use {
  readonly resource: Resource;
  readonly parameter: Parameter | undefined;
}

/** The parameter that a member is in all its uses, if these are in several resources. */
function commonTo(member: string, uses: readonly Use[]): Parameter | undefined {
  const first = uses[0]?.parameter;
  if (first?.name !== member || new Set(uses.map((each) => each.resource)).size < 2) return undefined;
  return uses.every(({ parameter }) => parameter && sameUse(parameter, first)) ? first : undefined;
}

function sameUse(a: Parameter, b: Parameter): boolean {
  return a.name === b.name && a.in === b.in && rulesText(a.schema) === rulesText(b.schema);
}
