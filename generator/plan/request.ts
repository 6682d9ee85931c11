/** Plans the body of an operation's function: the request that it sends. */
import { type Code, access, code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Template } from "../code/module.js";
import type { Operation, Resource } from "../model/api.js";
import type { Parameter } from "../model/parameter.js";
import type { Converters } from "./converters.js";
import { headerReader } from "./response-headers.js";
import type { SchemaTable } from "../model/schema.js";
import { acceptOf, printDecoders } from "./responses.js";
import { writeBody } from "./written-body.js";
import { writePaging } from "./written-paging.js";
import { type Bound, writeParameters } from "./written-parameters.js";

/** What the function that describes a request is given: all parameters, the client's defaults filled in. */
const given = ident("given");

export function planRequest(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): Template {
  const { body, paging, security } = operation;
  const bind = (parameter: Parameter): Bound => {
    const value = code`${given}${access(parameter.property)}`;
    const converter = converters.ofInline(parameter);
    return {
      parameter,
      value: converter === undefined ? value : code`${converter}.write(${value})`,
      isExact: converters.holdsBigints(parameter.schema),
    };
  };
  const takesParameters = operation.parameters.length > 0 || body !== undefined;
  return {
    template: "operation",
    view: {
      name: ident(operation.name),
      params: takesParameters ? ident("params") : code`undefined`,
      given: takesParameters
        ? code`${given}: ${typeFrom(`operations/${resource.file}`, operation.paramsType)}`
        : code``,
      call: code`${paging === undefined ? valueFrom("runtime/call", "call") : valueFrom("runtime/paging", "paged")}`,
      method: str(operation.verb),
      path: str(operation.path),
      server: operation.server === undefined ? undefined : str(operation.server),
      ...writeParameters(operation.parameters.map(bind)),
      body: body && writeBody(body, given, table, converters),
      accept: acceptOf(operation),
      security: security.length === 0 ? undefined : code`[${join(security.map(printAlternative), ", ")}]`,
      answers: printDecoders(operation, table, converters),
      headerValues: headerReader(operation, table, converters),
      ...(paging && writePaging(operation, paging, table, converters)),
    },
  };
}

const printAlternative = (names: readonly string[]): Code => code`[${join(names.map(str), ", ")}]`;
