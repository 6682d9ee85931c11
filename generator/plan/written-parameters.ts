/** How the parameters of an operation are written into its request. */
import { type Code, code, join, key, plainText, valueFrom } from "../code/code.js";
import type { Parameter, ParameterLocation } from "../model/parameter.js";

/** A parameter, the variable that holds its value, and what is written of it. */
export interface Bound {
  readonly parameter: Parameter;
  readonly local: Code;
  readonly value: Code;
}

/** The members of a request that hold parameters, as expressions; what no parameter stands in is left out. */
export interface WrittenParameters {
  readonly values: Code | undefined;
  readonly query: Code | undefined;
  readonly headers: Code | undefined;
}

export function writeParameters(bound: readonly Bound[]): WrittenParameters {
  const at = (location: ParameterLocation): readonly Bound[] =>
    bound.filter((each) => each.parameter.in === location);
  const path = at("path");
  return {
    values: path.length === 0 ? undefined : object(path),
    query: writeQuery(at("query")),
    headers: writeHeaders(at("header"), at("cookie")),
  };
}

/** `name` or `"wire-name": local` in a destructuring pattern or an object literal. */
export function binding(name: string, local: Code): Code {
  return plainText(local) === name ? local : code`${key(name)}: ${local}`;
}

function object(bound: readonly Bound[]): Code {
  return code`{ ${join(
    bound.map(({ parameter, value }) => binding(parameter.name, value)),
    ", ",
  )} }`;
}

/** Arrays that are one value, their items separated by commas, go second. */
function writeQuery(bound: readonly Bound[]): Code | undefined {
  if (bound.length === 0) return undefined;
  const query = valueFrom("runtime/query", "query");
  const joined = bound.filter(({ parameter }) => parameter.arrays === "joined");
  const repeated = object(bound.filter(({ parameter }) => parameter.arrays === "repeated"));
  return joined.length === 0 ? code`${query}(${repeated})` : code`${query}(${repeated}, ${object(joined)})`;
}

function writeHeaders(headers: readonly Bound[], cookies: readonly Bound[]): Code | undefined {
  const entries = [
    ...headers.map(
      ({ parameter, value }) =>
        code`${key(parameter.name)}: ${valueFrom("runtime/header", "header")}(${value})`,
    ),
    ...(cookies.length === 0
      ? []
      : [code`cookie: ${valueFrom("runtime/cookies", "cookies")}(${object(cookies)})`]),
  ];
  return entries.length === 0 ? undefined : code`{ ${join(entries, ", ")} }`;
}
