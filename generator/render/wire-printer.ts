/** Prints parts of descriptions with openapi-typescript. */
import type * as OpenapiTypescript from "openapi-typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type { JsonObject } from "../json.js";
import { require } from "../library.js";
import { withOwnItems, withoutOwnItems } from "./wire-methods.js";

// Its index loads what validates and bundles besides.
const { astToString } = require("openapi-typescript/dist/lib/ts.cjs") as Pick<
  typeof OpenapiTypescript,
  "astToString"
>;
const { resolveRef, scanDiscriminators } = require("openapi-typescript/dist/lib/utils.cjs") as Pick<
  typeof OpenapiTypescript,
  "resolveRef" | "scanDiscriminators"
>;
const transformSchema =
  require("openapi-typescript/dist/transform/index.cjs") as (typeof OpenapiTypescript)["transformSchema"];

/** What discriminators of a description say of its schemas, wherever these stand. */
export type Discriminators = GlobalContext["discriminators"];

export const noDiscriminators: Discriminators = { objects: {}, refsHandled: [] };

/** Looks for them, and writes what they say into the schemas that they tell apart. */
export const readDiscriminators = (description: JsonObject): Discriminators =>
  scanDiscriminators(description as unknown as OpenAPI3, { silent: true });

/** The module of a part of a `whole` description: what the part refers to is looked up there. */
export function printPart(part: JsonObject, whole: JsonObject, discriminators: Discriminators): string {
  const context: Omit<GlobalContext, "redoc"> = {
    ...usual,
    discriminators,
    injectFooter: [],
    resolve: (ref) => resolveRef(whole, ref, { silent: true }),
  };
  const nodes = transformSchema(withOwnItems(part) as unknown as OpenAPI3, context as GlobalContext);
  return astToString(withoutOwnItems(nodes));
}

/**
 * Its usual options. It is asked for what it prints alone: what it validates and bundles before has been done, and loading
 * what it does that with costs as much as printing.
 */
const usual = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: true,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
} as const;
