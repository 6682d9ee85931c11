/**
 * Methods that openapi-typescript does not know: QUERY and those of `additionalOperations` (OpenAPI 3.2, section 4.9). Each
 * of their operations is given to it as the GET of a path item of its own, and brought back where it belongs.
 */
import type * as Typescript from "typescript";
import { type Json, type JsonObject, isObject, member } from "../json.js";
import { require } from "../library.js";

/** The description with path items for those operations. */
export function withOwnItems(description: JsonObject): JsonObject {
  const { paths, webhooks, components } = description;
  const pathItems = member(components ?? {}, "pathItems");
  return {
    ...description,
    ...(isObject(paths) && { paths: spread(paths) }),
    ...(isObject(webhooks) && { webhooks: spread(webhooks) }),
    ...(isObject(components) &&
      isObject(pathItems) && { components: { ...components, pathItems: spread(pathItems) } }),
  };
}

/** The declarations without these path items, the operations of which are among those of their paths. */
export function withoutOwnItems(nodes: readonly Typescript.Node[]): Typescript.Node[] {
  const { isInterfaceDeclaration, factory } = require("typescript") as typeof Typescript;
  return nodes.map((node) =>
    isInterfaceDeclaration(node) && itemHolders.includes(node.name.text)
      ? factory.updateInterfaceDeclaration(
          node,
          node.modifiers,
          node.name,
          node.typeParameters,
          node.heritageClauses,
          node.name.text === "components" ? node.members.map(gatheredIn) : gathered(node.members),
        )
      : node,
  );
}

const itemHolders: readonly string[] = ["paths", "webhooks", "components"];

const sign = "specwright_method";
const signed = new RegExp(`^${sign} (\\S+) (.*)$`, "s");

function spread(items: JsonObject): JsonObject {
  const all = Object.entries(items).flatMap(([name, item]) => [
    [name, item] as const,
    ...ownOperations(item).map(
      ([method, operation]) =>
        [
          `${sign} ${method} ${name}`,
          { parameters: member(item, "parameters") ?? [], get: operation },
        ] as const,
    ),
  ]);
  return Object.fromEntries(all);
}

function ownOperations(item: Json): readonly (readonly [method: string, operation: Json])[] {
  if (!isObject(item) || "$ref" in item) return [];
  const { query, additionalOperations } = item;
  const more = isObject(additionalOperations) ? Object.entries(additionalOperations) : [];
  return [...(query === undefined ? [] : [["query", query] as const]), ...more].filter(([, each]) =>
    isObject(each),
  );
}

type Members = readonly Typescript.TypeElement[];

/** The members of an interface of path items. */
function gathered(members: Members): Members {
  const own = new Map<string, Typescript.TypeElement[]>();
  for (const each of members) {
    const [, method = "", name] = signed.exec(nameOf(each)) ?? [];
    if (name !== undefined) own.set(name, [...(own.get(name) ?? []), operationOf(each, method)]);
  }
  return members
    .filter((each) => !signed.test(nameOf(each)))
    .map((each) => {
      const more = own.get(nameOf(each));
      return more === undefined ? each : withMembers(each, (known) => [...known, ...more]);
    });
}

/** A member of `components`. */
const gatheredIn = (each: Typescript.TypeElement): Typescript.TypeElement =>
  nameOf(each) === "pathItems" ? withMembers(each, gathered) : each;

const nameOf = ({ name }: Typescript.TypeElement): string =>
  name !== undefined && "text" in name ? name.text : "";

/** The GET of a path item, under the name of its method. */
function operationOf(item: Typescript.TypeElement, method: string): Typescript.TypeElement {
  const { isPropertySignature, isTypeLiteralNode, factory } = require("typescript") as typeof Typescript;
  const type = isPropertySignature(item) ? item.type : undefined;
  const get =
    type && isTypeLiteralNode(type) ? type.members.find((each) => nameOf(each) === "get") : undefined;
  if (get === undefined || !isPropertySignature(get))
    throw new Error(`bug: openapi-typescript printed no operation for ${method}`);
  const isName = /^[A-Za-z_]\w*$/.test(method);
  const name = isName ? factory.createIdentifier(method) : factory.createStringLiteral(method);
  return factory.updatePropertySignature(get, get.modifiers, name, get.questionToken, get.type);
}

/** The same member, whose type has other members. */
function withMembers(
  each: Typescript.TypeElement,
  change: (members: Members) => Members,
): Typescript.TypeElement {
  const { isPropertySignature, isTypeLiteralNode, factory } = require("typescript") as typeof Typescript;
  if (!isPropertySignature(each) || each.type === undefined || !isTypeLiteralNode(each.type)) return each;
  const type = factory.updateTypeLiteralNode(each.type, factory.createNodeArray(change(each.type.members)));
  return factory.updatePropertySignature(each, each.modifiers, each.name, each.questionToken, type);
}
