/** Plans the functions that call the API: one an operation, with the types of its parameters and answers beside it. */
import { type Code, type Import, code, ident, join, typeFrom } from "../code/code.js";
import type { Declaration, FunctionDeclaration, Member, Module } from "../code/module.js";
import { type Api, type Operation, type Resource, requestLine } from "../model/api.js";
import { arrayOf, pagePart } from "../model/paging.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType } from "../print/type.js";
import { barrel } from "./barrel.js";
import { ownedBy } from "./contents.js";
import type { Converters } from "./converters.js";
import type { LazyModule } from "./lazy-modules.js";
import { declareModel } from "./models.js";
import { declareParams } from "./params.js";
import { planRequest } from "./request.js";
import { declareHeaders } from "./response-headers.js";
import { declareResponses, readable } from "./responses.js";

export function planOperations(api: Api, converters: Converters, lazy: LazyModule): readonly Module[] {
  const modules = api.resources.map((each) =>
    lazy(`operations/${each.file}`, each, () => declareResource(each, api.schemas, converters)),
  );
  return [...modules, barrel("operations/index", modules)];
}

function declareResource(
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): readonly Declaration[] {
  return [
    ...ownedBy(resource, table).map((each) => declareModel(each, table)),
    ...resource.operations.flatMap((each) => [
      declareParams(each, table),
      declareResponses(readable(each), table),
      ...declareHeaders(each, table),
      declareFunction(each, resource, table, converters),
    ]),
  ];
}

/** The parameters and the result that a function and its facade method have in common. */
export function signature(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
): { readonly parameters: readonly Member[]; readonly returns: Code } {
  const module = `operations/${resource.file}`;
  const needed = operation.parameters.some((each) => each.required) || operation.body?.required === true;
  const params = code`${clientType("Params")}<${typeFrom(module, operation.paramsType)}, Defaults>`;
  const responses = code`${typeFrom(module, operation.responsesType)}`;
  const headers =
    operation.headersType === undefined ? [] : [code`${typeFrom(module, operation.headersType)}`];
  return {
    parameters: [
      { name: ident(isParameterless(operation) ? "_params" : "params"), optional: !needed, type: params },
      { name: ident("options"), optional: true, type: code`${callOptions(operation)}` },
    ],
    returns:
      operation.paging === undefined
        ? code`${typeFrom("runtime/call", "ApiCall")}<${join([responses, ...headers], ", ")}>`
        : code`${typeFrom("runtime/paging", "PagedApiCall")}<${join([responses, itemType(operation, table), ...headers], ", ")}>`,
  };
}

const callOptions = ({ paging }: Operation): Import =>
  paging === undefined ? clientType("CallOptions") : typeFrom("runtime/paging", "PagedCallOptions");

const isParameterless = (operation: Operation): boolean =>
  operation.parameters.length === 0 && operation.body === undefined;

const clientType = (name: string): Import => typeFrom("runtime/client", name);

/** The type parameter of everything that takes a client: what the client has defaults for. */
export const defaultsParameter: Code = code`Defaults extends object`;

function declareFunction(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): FunctionDeclaration {
  const { parameters, returns } = signature(operation, resource, table);
  return {
    kind: "function",
    name: operation.name,
    docs: docs([operation.summary, operation.description, requestLine(operation)], operation.deprecated),
    typeParameters: [defaultsParameter],
    parameters: [
      { name: ident("client"), optional: false, type: code`${clientType("ApiClient")}<Defaults>` },
      ...parameters,
    ],
    returns,
    body: planRequest(operation, resource, table, converters),
  };
}

/** The type of one item of a page: that of the list that the paging names. */
function itemType({ paging, responses }: Operation, table: SchemaTable): Code {
  const list = paging && pagePart(responses, paging.items, table);
  const items = list && arrayOf(list, table)?.items;
  return items === undefined ? code`unknown` : printType(items, table);
}
