/** Plans the body of an operation's function: the request that it sends. */
import { type Code, code, ident, importedNames, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Template } from "../code/module.js";
import type { Operation, Resource } from "../model/api.js";
import type { Parameter } from "../model/parameter.js";
import { takesContentType } from "../model/content.js";
import { NameTable, camelCase } from "../model/names.js";
import type { Converters } from "./converters.js";
import { headerReader } from "./response-headers.js";
import type { SchemaTable } from "../model/schema.js";
import { acceptOf, decoders } from "./responses.js";
import { writeBody } from "./written-body.js";
import { writePaging } from "./written-paging.js";
import { type Bound, binding, writeParameters } from "./written-parameters.js";

/** Names that the body of a function uses: a parameter of the same name is bound under another one. */
const bodyNames: readonly string[] = (
  "client params options body contentType type page call paged query header cookies form jsonBody textBody bytes bodyOf " +
  "multipart jsonLines xmlBody xml text blob styledForm headerValues byType " +
  "json exploded joined spaceDelimited pipeDelimited deepObject flat reserved jsonItems events resumedEvents jsonData textData looseData withDefaults"
).split(" ");

export function planRequest(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): Template {
  const { body, paging, security } = operation;
  const writtenBody = body && writeBody(body, table, converters);
  const decode = decoders(operation, table, converters);
  const headers = headerReader(operation, resource, table, converters);
  const pages = paging && writePaging(operation, paging, table, converters);
  const others = [writtenBody, decode, headers, pages?.next];
  const bound = bindParameters(operation, resource, converters, others);
  const bindings = [
    ...bound.map(({ parameter, local }) => binding(parameter.property, local)),
    ...(body === undefined ? [] : [ident("body")]),
    ...(body !== undefined && takesContentType(body) ? [ident("contentType")] : []),
  ];
  const paramsType = typeFrom(`operations/${resource.file}`, operation.paramsType);
  return {
    template: "operation",
    view: {
      name: ident(operation.name),
      bindings: bindings.length === 0 ? undefined : join(bindings, ", "),
      withDefaults:
        bindings.length === 0
          ? undefined
          : code`${valueFrom("runtime/client", "withDefaults")}<${paramsType}>`,
      call: code`${paging === undefined ? valueFrom("runtime/call", "call") : valueFrom("runtime/paging", "paged")}`,
      method: str(operation.verb),
      path: str(operation.path),
      server: operation.server === undefined ? undefined : str(operation.server),
      ...writeParameters(bound),
      body: writtenBody,
      accept: acceptOf(operation),
      security: security.length === 0 ? undefined : code`[${join(security.map(printAlternative), ", ")}]`,
      decode,
      headerValues: headers,
      ...pages,
    },
  };
}

/** Each parameter under its own name, or where that is no identifier or taken, under one made of it. */
function bindParameters(
  operation: Operation,
  resource: Resource,
  converters: Converters,
  others: readonly (Code | undefined)[],
): readonly Bound[] {
  const functions = resource.operations.map((each) => each.name);
  const bind = (parameter: Parameter, local: Code): Bound => {
    const converter = converters.ofParameter(parameter, operation, resource);
    return {
      parameter,
      local,
      value: converter === undefined ? local : code`${converter}.write(${local})`,
      isExact: converters.holdsBigints(parameter.schema),
    };
  };
  // What the function calls is the same whatever the variables are called.
  const { values, query, headers } = writeParameters(operation.parameters.map((each) => bind(each, code``)));
  const called = [values, query, headers, ...others].flatMap((each) =>
    each === undefined ? [] : importedNames(each),
  );
  const locals = new NameTable(undefined, [...bodyNames, ...called, ...functions]);
  return operation.parameters.map((parameter) => {
    const wishes = [parameter.name, `${camelCase(parameter.name)}Param`].filter(isUsable) as [string];
    return bind(parameter, ident(locals.claim(wishes, parameter.pointer)));
  });
}

const isUsable = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && camelCase(name) !== `${name}_`;

const printAlternative = (names: readonly string[]): Code => code`[${join(names.map(str), ", ")}]`;
