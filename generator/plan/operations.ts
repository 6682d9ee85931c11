/** Plans the functions that call the API: one an operation, with the types of its parameters and answers beside it. */
import {
  type Code,
  type Import,
  access,
  code,
  ident,
  join,
  key,
  memberName,
  plainText,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { Declaration, FunctionDeclaration, Member, Module, Template } from "../code/module.js";
import type { Api, Content, Operation, Parameter, ParameterLocation, Resource } from "../model/api.js";
import { pageProperty } from "../model/paging.js";
import { NameTable, camelCase } from "../model/names.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType } from "../print/type.js";
import { barrel } from "./barrel.js";
import { ownedBy, statusKey } from "./contents.js";
import { declareModel } from "./models.js";

export function planOperations(api: Api): readonly Module[] {
  const modules = api.resources.map((each) => planResource(each, api.schemas));
  return [...modules, barrel("operations/index", modules)];
}

function planResource(resource: Resource, table: SchemaTable): Module {
  return {
    path: `operations/${resource.file}`,
    declarations: [
      ...ownedBy(resource, table).map((each) => declareModel(each, table)),
      ...resource.operations.flatMap((each) => [
        declareParams(each, table),
        declareResponses(each, table),
        declareFunction(each, resource, table),
      ]),
    ],
  };
}

function declareParams(operation: Operation, table: SchemaTable): Declaration {
  const { body } = operation;
  const content: readonly Member[] =
    body === undefined
      ? []
      : [
          {
            name: ident("body"),
            optional: !body.required,
            type: contentType(body.content, table),
            docs: docs([body.description], false),
          },
        ];
  return {
    kind: "interface",
    name: operation.paramsType,
    docs: code`The parameters of \`${ident(operation.name)}\`.`,
    members: [...operation.parameters.map((each) => parameterMember(each, table)), ...content],
  };
}

function parameterMember(
  { property, required, schema, description, deprecated }: Parameter,
  table: SchemaTable,
): Member {
  const type = printType(schema, table);
  const isUnknown = type.parts.length === 1 && type.parts[0] === "unknown";
  return {
    name: memberName(property),
    optional: !required,
    type: isUnknown ? code`string | number | boolean` : type,
    docs: docs(
      [description ?? schema.annotations.description],
      deprecated || schema.annotations.deprecated === true,
    ),
  };
}

/** The type of a body as the caller sees it. */
export function contentType(content: Content, table: SchemaTable): Code {
  return content.schema === undefined ? code`Blob` : printType(content.schema, table);
}

function declareResponses(operation: Operation, table: SchemaTable): Declaration {
  return {
    kind: "interface",
    name: operation.responsesType,
    docs: code`The documented answers of \`${ident(operation.name)}\`, by status.`,
    members: operation.responses.map(({ status, content, description }) => ({
      name: statusKey(status),
      optional: false,
      type: content === undefined ? code`undefined` : contentType(content, table),
      docs: docs([description], false),
    })),
  };
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
  const responses = typeFrom(module, operation.responsesType);
  return {
    parameters: [
      { name: ident(isParameterless(operation) ? "_params" : "params"), optional: !needed, type: params },
      { name: ident("options"), optional: true, type: code`${clientType("CallOptions")}` },
    ],
    returns:
      operation.paging === undefined
        ? code`${typeFrom("runtime/call", "ApiCall")}<${responses}>`
        : code`${typeFrom("runtime/paging", "PagedApiCall")}<${responses}, ${itemType(operation, table)}>`,
  };
}

const isParameterless = (operation: Operation): boolean =>
  operation.parameters.length === 0 && operation.body === undefined;

const clientType = (name: string): Import => typeFrom("runtime/client", name);

/** The type parameter of everything that takes a client: what the client has defaults for. */
export const defaultsParameter: Code = code`Defaults extends object`;

function declareFunction(operation: Operation, resource: Resource, table: SchemaTable): FunctionDeclaration {
  const { parameters, returns } = signature(operation, resource, table);
  return {
    kind: "function",
    name: operation.name,
    docs: docs([operation.summary, operation.description], operation.deprecated),
    typeParameters: [defaultsParameter],
    parameters: [
      { name: ident("client"), optional: false, type: code`${clientType("ApiClient")}<Defaults>` },
      ...parameters,
    ],
    returns,
    body: requestBody(operation, resource),
  };
}

/** The type of one item of a page: that of the list that the paging names. */
function itemType({ paging, responses }: Operation, table: SchemaTable): Code {
  const list = paging && pageProperty(responses, paging.items, table);
  return list?.array?.items === undefined ? code`unknown` : printType(list.array.items, table);
}

/** Names that the body of a function uses: a parameter of the same name is bound under another one. */
const bodyNames: readonly string[] =
  "client params options body page call paged query header cookies form jsonBody rawBody text blob withDefaults".split(
    " ",
  );

function requestBody(operation: Operation, resource: Resource): Template {
  const locals = new NameTable(undefined, [...bodyNames, ...resource.operations.map((each) => each.name)]);
  const bound = operation.parameters.map((parameter) => ({
    parameter,
    local: ident(
      locals.claim(
        [parameter.name, `${camelCase(parameter.name)}Param`].filter(isUsable) as [string],
        parameter.pointer,
      ),
    ),
  }));
  const at = (location: ParameterLocation): readonly Bound[] =>
    bound.filter((each) => each.parameter.in === location);
  const bindings = [
    ...bound.map(({ parameter, local }) => binding(parameter.property, local)),
    ...(operation.body === undefined ? [] : [ident("body")]),
  ];
  const headers = [
    ...at("header").map((each) => code`${key(each.parameter.name)}: ${encode("header")}(${each.local})`),
    ...(at("cookie").length === 0 ? [] : [code`cookie: ${encode("cookies")}(${object(at("cookie"))})`]),
  ];
  return {
    template: "operation",
    view: {
      name: ident(operation.name),
      bindings: bindings.length === 0 ? undefined : join(bindings, ", "),
      withDefaults:
        bindings.length === 0
          ? undefined
          : code`${valueFrom("runtime/client", "withDefaults")}<${typeFrom(`operations/${resource.file}`, operation.paramsType)}>`,
      call: code`${operation.paging === undefined ? valueFrom("runtime/call", "call") : valueFrom("runtime/paging", "paged")}`,
      method: str(operation.verb),
      path: str(operation.path),
      values: at("path").length === 0 ? undefined : object(at("path")),
      query: queryCode(at("query")),
      headers: headers.length === 0 ? undefined : code`{ ${join(headers, ", ")} }`,
      body: operation.body === undefined ? undefined : bodyCode(operation.body.content),
      accept: acceptOf(operation),
      security:
        operation.security.length === 0
          ? undefined
          : code`[${join(operation.security.map(printAlternative), ", ")}]`,
      decode: decoders(operation),
      items: operation.paging && code`page${access(operation.paging.items)}`,
      next: operation.paging && code`page${access(operation.paging.next)}`,
    },
  };
}

interface Bound {
  readonly parameter: Parameter;
  readonly local: Code;
}

const encode = (name: string): Import => valueFrom("runtime/encode", name);
const isUsable = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && camelCase(name) !== `${name}_`;

/** `name` or `"wire-name": local` in a destructuring pattern or an object literal. */
function binding(name: string, local: Code): Code {
  return plainText(local) === name ? local : code`${key(name)}: ${local}`;
}

function object(bound: readonly Bound[]): Code {
  return code`{ ${join(
    bound.map(({ parameter, local }) => binding(parameter.name, local)),
    ", ",
  )} }`;
}

/** Arrays that are one value, their items separated by commas, go second. */
function queryCode(bound: readonly Bound[]): Code | undefined {
  if (bound.length === 0) return undefined;
  const joined = bound.filter(({ parameter }) => parameter.arrays === "joined");
  const repeated = object(bound.filter(({ parameter }) => parameter.arrays === "repeated"));
  return joined.length === 0
    ? code`${encode("query")}(${repeated})`
    : code`${encode("query")}(${repeated}, ${object(joined)})`;
}

function bodyCode({ codec, mediaType }: Content): Code {
  switch (codec) {
    case "form":
      return code`${encode("form")}(body)`;
    case "json":
      return mediaType === "application/json" || mediaType.includes("*")
        ? code`${encode("jsonBody")}(body)`
        : code`${encode("jsonBody")}(body, ${str(mediaType)})`;
    case "text":
    case "binary":
      return code`${encode("rawBody")}(body, ${str(mediaType.includes("*") ? "application/octet-stream" : mediaType)})`;
  }
}

/** The media types that the documented answers have, where they are not just JSON. */
function acceptOf(operation: Operation): Code | undefined {
  const types = [...new Set(operation.responses.flatMap((each) => each.content?.mediaType ?? []))];
  return types.length === 0 || (types.length === 1 && types[0] === "application/json")
    ? undefined
    : str(types.join(", "));
}

/** How the bodies that are not JSON are read. */
function decoders(operation: Operation): Code | undefined {
  const entries = operation.responses.flatMap(({ status, content }) => {
    if (content?.codec !== "text" && content?.codec !== "binary") return [];
    return [
      code`${statusKey(status)}: ${valueFrom("runtime/decode", content.codec === "text" ? "text" : "blob")}`,
    ];
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ", ")} }`;
}

const printAlternative = (names: readonly string[]): Code => code`[${join(names.map(str), ", ")}]`;
