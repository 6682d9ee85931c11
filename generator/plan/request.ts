/** Plans the body of an operation's function: the request that it sends. */
import { type Code, access, code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Template } from "../code/module.js";
import type { Operation, Resource } from "../model/api.js";
import { NameTable, camelCase } from "../model/names.js";
import type { Converters } from "./converters.js";
import { acceptOf, decoders } from "./responses.js";
import { writeBody } from "./written-body.js";
import { type Bound, binding, writeParameters } from "./written-parameters.js";

/** Names that the body of a function uses: a parameter of the same name is bound under another one. */
const bodyNames: readonly string[] =
  "client params options body page call paged query header cookies form jsonBody rawBody text blob withDefaults".split(
    " ",
  );

export function planRequest(operation: Operation, resource: Resource, converters: Converters): Template {
  const { body, paging, security } = operation;
  const bound = bindParameters(operation, resource, converters);
  const bindings = [
    ...bound.map(({ parameter, local }) => binding(parameter.property, local)),
    ...(body === undefined ? [] : [ident("body")]),
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
      ...writeParameters(bound),
      body: body && writeBody(body.content, converters),
      accept: acceptOf(operation),
      security: security.length === 0 ? undefined : code`[${join(security.map(printAlternative), ", ")}]`,
      decode: decoders(operation, converters),
      items: paging && code`page${access(paging.items)}`,
      next: paging && code`page${access(paging.next)}`,
    },
  };
}

/** Each parameter under its own name, or where that is no identifier or taken, under one made of it. */
function bindParameters(operation: Operation, resource: Resource, converters: Converters): readonly Bound[] {
  const locals = new NameTable(undefined, [...bodyNames, ...resource.operations.map((each) => each.name)]);
  return operation.parameters.map((parameter) => {
    const wishes = [parameter.name, `${camelCase(parameter.name)}Param`].filter(isUsable) as [string];
    const local = ident(locals.claim(wishes, parameter.pointer));
    const converter = converters.ofParameter(parameter, operation, resource);
    return { parameter, local, value: converter === undefined ? local : code`${converter}.write(${local})` };
  });
}

const isUsable = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && camelCase(name) !== `${name}_`;

const printAlternative = (names: readonly string[]): Code => code`[${join(names.map(str), ", ")}]`;
