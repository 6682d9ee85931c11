/** Schemas of parameters and headers that have no name of their own: what checks and converts them goes by these names. */
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import type { ResponseHeader } from "../model/content.js";
import { NameTable, pascalCase, statusWord } from "../model/names.js";
import type { Parameter } from "../model/parameter.js";
import { isPureRef } from "../model/schema.js";
import type { LazyModule } from "./lazy-modules.js";

export interface InlineName {
  /** No other parameter or header of its home has it. */
  readonly name: string;
  readonly home: InlineHome;
}

/** The modules that hold what is printed of such schemas: one of each a resource, and one of each for all webhooks. */
export interface InlineHome {
  readonly validators: string;
  readonly converters: string;
  /** Absent: it is that of all webhooks. */
  readonly resource?: Resource;
}

/** By parameter and header of an answer. */
export type InlineNames = ReadonlyMap<Parameter | ResponseHeader, InlineName>;

export function nameInline({ resources, webhooks }: Api): InlineNames {
  const ofResources = resources.flatMap((resource) => {
    const { file, operations } = resource;
    const validators = `checks/parameters/${file}`;
    const converters = `converters/parameters/${file}`;
    return nameAt({ validators, converters, resource }, operations.flatMap(wishesOf));
  });
  const ofWebhooks = nameAt(
    { validators: "webhooks/parameters", converters: "webhooks/converters" },
    webhooks.flatMap(({ name, request }) => wishesOfParameters(name, request?.parameters ?? [])),
  );
  return new Map([...ofResources, ...ofWebhooks]);
}

/** All that live at one place. */
export function inlineHomes(inline: InlineNames): readonly InlineHome[] {
  return [...new Set([...inline.values()].map((each) => each.home))];
}

/** A module of such a home. */
export const atHome = (
  path: string,
  { resource }: InlineHome,
  lazy: LazyModule,
  declare: () => readonly Declaration[],
): Module => (resource === undefined ? { path, declarations: declare() } : lazy(path, resource, declare));

function nameAt(
  home: InlineHome,
  wishes: readonly Wish[],
): readonly (readonly [Wish["owner"], InlineName])[] {
  const names = new NameTable(undefined);
  return wishes
    .filter(({ owner }) => !isPureRef(owner.schema))
    .map(({ owner, wish, exact }) => [owner, { name: names.claim([wish], exact), home }]);
}

interface Wish {
  readonly owner: Parameter | ResponseHeader;
  readonly wish: string;
  /** What nothing else at its home is called. */
  readonly exact: string;
}

const wishesOf = ({ name, parameters, responses }: Operation): readonly Wish[] => [
  ...wishesOfParameters(name, parameters),
  ...responses.flatMap(({ status, headers }) =>
    headers.map((owner) => ({
      owner,
      wish: `${name}${pascalCase(owner.name)}In${statusWord(status)}`,
      exact: `${name} ${status} ${owner.name}`,
    })),
  ),
];

const wishesOfParameters = (name: string, parameters: readonly Parameter[]): readonly Wish[] =>
  parameters.map((owner) => ({
    owner,
    wish: name + pascalCase(owner.property),
    exact: `${name} ${owner.in} ${owner.name}`,
  }));
