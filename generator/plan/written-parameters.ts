/** How the parameters of an operation are written into its request. */
import { type Code, code, join, key, valueFrom } from "../code/code.js";
import type { FormStyle } from "../model/content.js";
import type { Parameter, ParameterLocation } from "../model/parameter.js";
import { isOnePair, writeInStyle } from "./pair-writers.js";

/** A parameter, and what is written of it. */
export interface Bound {
  readonly parameter: Parameter;
  readonly value: Code;
  /** Whether there can be integers in it that no number holds. */
  readonly isExact: boolean;
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
    values: path.length === 0 ? undefined : object(path, pathValue),
    query: writeQuery(at("query")),
    headers: writeHeaders(at("header"), at("cookie")),
  };
}

/** A value as it is given to what writes it. */
type Value = (bound: Bound) => Code;

function object(bound: readonly Bound[], value: Value): Code {
  return code`{ ${join(
    bound.map((each) => code`${key(each.parameter.name)}: ${value(each)}`),
    ", ",
  )} }`;
}

const runtime = (module: string, name: string): Code => code`${valueFrom(`runtime/${module}`, name)}`;

/** The value itself; JSON as text. */
const plain: Value = ({ parameter, value, isExact }) =>
  parameter.json ? code`${jsonWriter(isExact)}(${value})` : value;

const jsonWriter = (isExact: boolean): Code =>
  isExact ? runtime("lossless-json", "losslessText") : runtime("json-text", "json");

/** The value where items and members are one list. */
const flat: Value = (bound) =>
  bound.parameter.objects ? code`${runtime("members", "flat")}(${bound.value})` : plain(bound);

function pathValue(bound: Bound): Code {
  const { style, explode, objects, arrays } = bound.parameter;
  const isSimple = style === "simple";
  if (isSimple && !objects && !arrays) return plain(bound);
  const named = explode && (objects || (arrays && !isSimple));
  const value = named ? plain(bound) : flat(bound);
  return code`${runtime("path-styles", named && !isSimple ? `${style}Exploded` : style)}(${value})`;
}

/** The style that a parameter of a query or of a cookie has as pairs; undefined where `query` itself writes it. */
function pairStyle({ style, explode, allowReserved, objects, arrays }: Parameter): FormStyle | undefined {
  switch (style) {
    case "spaceDelimited":
    case "pipeDelimited":
    case "deepObject":
      return style;
    default:
      if (!explode && (objects || arrays)) return "joined";
      return objects || allowReserved ? "exploded" : undefined;
  }
}

/** `query({ a }, joined({ b }))`: the arguments are the common values, and those that other functions have written. */
function writePairs(bound: readonly Bound[]): Code {
  const common = bound.filter(({ parameter }) => pairStyle(parameter) === undefined);
  const groups = new Map<string, readonly Bound[]>();
  for (const each of bound.filter((one) => !common.includes(one))) {
    const group = `${pairStyle(each.parameter) ?? ""} ${each.parameter.allowReserved}`;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return join(
    [common.length === 0 ? code`{}` : object(common, plain), ...[...groups.values()].map(writeGroup)],
    ", ",
  );
}

/** Parameters that one call writes. */
function writeGroup(bound: readonly Bound[]): Code {
  const [{ parameter }] = bound as readonly [Bound];
  const style = pairStyle(parameter) ?? "exploded";
  return writeInStyle(style, object(bound, isOnePair(style) ? flat : plain), parameter.allowReserved);
}

function writeQuery(bound: readonly Bound[]): Code | undefined {
  const whole = bound.find(({ parameter }) => parameter.whole);
  if (whole !== undefined) return code`${runtime("whole-query", "wholeQuery")}(${plain(whole)})`;
  return bound.length === 0 ? undefined : code`${runtime("query", "query")}(${writePairs(bound)})`;
}

function writeHeaders(headers: readonly Bound[], cookies: readonly Bound[]): Code | undefined {
  const entries = [
    ...headers.map(
      (each) => code`${key(each.parameter.name)}: ${runtime("header", "header")}(${headerValue(each)})`,
    ),
    ...(cookies.length === 0 ? [] : [code`cookie: ${writeCookies(cookies)}`]),
  ];
  return entries.length === 0 ? undefined : code`{ ${join(entries, ", ")} }`;
}

function headerValue({ parameter, value, isExact }: Bound): Code {
  if (parameter.json)
    return isExact
      ? code`${runtime("json-text", "ascii")}(${jsonWriter(isExact)}(${value}))`
      : code`${runtime("json-text", "asciiJson")}(${value})`;
  if (!parameter.objects) return value;
  return code`${runtime("members", parameter.explode ? "assigned" : "flat")}(${value})`;
}

function writeCookies(bound: readonly Bound[]): Code {
  const verbatim = bound.filter(({ parameter }) => parameter.style === "cookie");
  const form = bound.filter((each) => !verbatim.includes(each));
  const encoded = form.length === 0 ? [] : [code`${runtime("cookies", "cookies")}(${writePairs(form)})`];
  return verbatim.length === 0
    ? join(encoded, ", ")
    : code`${runtime("verbatim", "verbatim")}(${join([object(verbatim, verbatimValue), ...encoded], ", ")})`;
}

function verbatimValue(bound: Bound): Code {
  const { explode, objects, arrays } = bound.parameter;
  return explode || !(objects || arrays)
    ? bound.value
    : code`${runtime("verbatim", "commaSeparated")}(${flat(bound)})`;
}
