/** Schemas of parameters and headers that have no name of their own: what checks and converts them goes by these names. */
import type { Operation, Resource } from "../model/api.js";
import type { ResponseHeader } from "../model/content.js";
import { NameTable, pascalCase, statusWord } from "../model/names.js";
import type { Parameter } from "../model/parameter.js";
import { isPureRef } from "../model/schema.js";

export interface InlineName {
  /** No other parameter or header of the resource has it. */
  readonly name: string;
  readonly resource: Resource;
}

/** By parameter and header of an answer. */
export type InlineNames = ReadonlyMap<Parameter | ResponseHeader, InlineName>;

export function nameInline(resources: readonly Resource[]): InlineNames {
  return new Map(
    resources.flatMap((resource) => {
      const names = new NameTable(undefined);
      return resource.operations
        .flatMap(wishesOf)
        .filter(({ owner }) => !isPureRef(owner.schema))
        .map(({ owner, wish, exact }) => [owner, { name: names.claim([wish], exact), resource }] as const);
    }),
  );
}

interface Wish {
  readonly owner: Parameter | ResponseHeader;
  readonly wish: string;
  /** What nothing else in the resource is called. */
  readonly exact: string;
}

const wishesOf = ({ name, parameters, responses }: Operation): readonly Wish[] => [
  ...parameters.map((owner) => ({
    owner,
    wish: name + pascalCase(owner.property),
    exact: `${name} ${owner.in} ${owner.name}`,
  })),
  ...responses.flatMap(({ status, headers }) =>
    headers.map((owner) => ({
      owner,
      wish: `${name}${pascalCase(owner.name)}In${statusWord(status)}`,
      exact: `${name} ${status} ${owner.name}`,
    })),
  ),
];
