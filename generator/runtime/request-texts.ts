/** Where the parameters of a request stand on the wire. */
import { percentDecoded } from "./percent-decoded.js";
import { type TextRules, memberRules } from "./readings.js";
import type { RouteParameter, RouteStyle } from "./route.js";

/** What a request holds, as it stands there. */
export interface RequestTexts {
  readonly path: ReadonlyMap<string, string>;
  readonly url: URL;
  readonly headers: Headers;
  /** The cookies that the platform hides from `headers`, by name. */
  readonly cookies: Readonly<Record<string, string | readonly string[]>>;
}

/** The texts of a parameter: one for each time that it occurs, those of its items if it is an array, of its members if an object. */
export interface ParameterTexts {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
  readonly members: Members;
}

export type Members = ReadonlyMap<string, ParameterTexts>;

/** How a parameter is written, and what it can be. */
export type Written = Pick<
  RouteParameter,
  "in" | "name" | "style" | "explode" | "reads" | "whole" | "json" | "required"
>;

/** `others` are the parameters of the operation, whose names are not those of members. */
export function parameterTexts(
  parameter: Written,
  request: RequestTexts,
  others: readonly Written[] = [],
): ParameterTexts {
  if (parameter.whole) return wholeTexts(parameter, request.url);
  const style = parameter.style ?? usualStyles[parameter.in];
  const { explode = style === "form" || style === "cookie", name } = parameter;
  switch (style) {
    case "form":
    case "cookie":
    case "spaceDelimited":
    case "pipeDelimited": {
      const found = pairsAt(parameter, request);
      return explode
        ? explodedTexts(parameter, found, others)
        : flatTexts(valuesOf(found, name).slice(0, 1), separators[style], false, decoderOf(parameter));
    }
    case "deepObject":
      return deepTexts(pairsAt(parameter, request), name);
    case "matrix":
      return matrixTexts(name, request.path.get(name), explode);
    case "label": {
      const text = request.path.get(name)?.replace(/^\./, "");
      return flatTexts(present(text), explode ? "." : ",", explode, percentDecoded);
    }
    case "simple":
      return flatTexts(textAt(parameter, request), ",", explode, decoderOf(parameter));
  }
}

const usualStyles: Readonly<Record<RouteParameter["in"], RouteStyle>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

const separators = {
  form: ",",
  cookie: ",",
  spaceDelimited: /%20|[+ ]/,
  pipeDelimited: /%7C|\|/i,
} as const;

type Decode = (text: string) => string;

const decoders: Readonly<Record<RouteParameter["in"], Decode>> = {
  path: percentDecoded,
  query: (text) => percentDecoded(text.replaceAll("+", " ")),
  header: (text) => text.trim(),
  cookie: percentDecoded,
};

/** Cookies of style `cookie` are not percent-encoded. */
const decoderOf = (parameter: Written): Decode =>
  parameter.style === "cookie" ? (text) => text : decoders[parameter.in];

/** A name, decoded, and a value as it stands there. */
type Pair = readonly [name: string, value: string];

const present = (text: string | null | undefined): readonly string[] =>
  text === null || text === undefined ? [] : [text];

const textAt = (parameter: Written, { path, headers }: RequestTexts): readonly string[] =>
  present(parameter.in === "path" ? path.get(parameter.name) : headers.get(parameter.name));

function pairsAt(parameter: Written, { url, headers, cookies }: RequestTexts): readonly Pair[] {
  const decode = decoderOf(parameter);
  if (parameter.in === "query") return pairsOf(url.search.slice(1), "&", decode);
  // Of several cookies with one name the first one is meant (RFC 6265, section 5.4), unless it is an array.
  const found = pairsOf(headers.get("cookie") ?? "", ";", decode);
  const encode = parameter.style === "cookie" ? (text: string) => text : encodeURIComponent;
  const hidden = Object.entries(cookies)
    .filter(([name]) => !found.some(([other]) => other === name))
    .flatMap(([name, texts]) => [texts].flat().map((text) => [name, encode(text)] as const));
  const { name: own, reads = {} } = parameter;
  const isList = (name: string): boolean =>
    (name === own ? reads : memberRules(reads, name))?.items !== undefined;
  return [...found, ...hidden].filter(
    ([name], i, all) => isList(name) || all.findIndex(([other]) => other === name) === i,
  );
}

/** The pairs of a list of `name=value`. */
function pairsOf(text: string, separator: "&" | ";", decode: Decode): readonly Pair[] {
  return text
    .split(separator)
    .map((each) => each.replace(/^\s+/, ""))
    .filter((each) => each !== "")
    .map((each) => pairOf(each, decode));
}

function pairOf(text: string, decode: Decode): Pair {
  const [, name = "", value = ""] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  return [decode(name), value];
}

const valuesOf = (pairs: readonly Pair[], wanted: string): readonly string[] =>
  pairs.flatMap(([name, value]) => (name === wanted ? [value] : []));

/** A single text that may hold items or members between separators. */
function flatTexts(
  found: readonly string[],
  separator: string | RegExp,
  explode: boolean,
  decode: Decode,
): ParameterTexts {
  const pieces = found.flatMap((text) => (text === "" ? [] : text.split(separator)));
  const pairs = explode ? pieces.map((each) => pairOf(each, decode)) : alternating(pieces, decode);
  return { whole: found.map(decode), parts: pieces.map(decode), members: membersOf(pairs, decode) };
}

/** `R,100,G,200` as pairs. */
const alternating = (pieces: readonly string[], decode: Decode): readonly Pair[] =>
  pieces.flatMap((name, i) => (i % 2 === 0 ? [[decode(name), pieces[i + 1] ?? ""] as const] : []));

function membersOf(pairs: readonly Pair[], decode: Decode): Members {
  const names = new Set(pairs.map(([name]) => name));
  return new Map([...names].map((name) => [name, leaf(valuesOf(pairs, name).map(decode))]));
}

/** Where nothing is there, a text that must be there is empty. */
function wholeTexts({ json, required }: Written, { search }: URL): ParameterTexts {
  const none = required && !json ? "" : undefined;
  return leaf(present(search.slice(1) || none).map(percentDecoded));
}

const leaf = (texts: readonly string[]): ParameterTexts => ({
  whole: texts,
  parts: texts,
  members: new Map(),
});

/** Pairs of the parameter's own name, and those of its members. */
function explodedTexts(
  parameter: Written,
  pairs: readonly Pair[],
  others: readonly Written[],
): ParameterTexts {
  const { name, reads = {} } = parameter;
  const decode = decoderOf(parameter);
  const rivals = others.filter((each) => each.in === parameter.in && each !== parameter);
  const isOpen = (wanted: string): boolean =>
    reads.others !== undefined &&
    !rivals.some((each) => owns(each, wanted)) &&
    (wanted !== name || isOnlyObject(reads));
  const own = pairs.filter(([each]) => Object.hasOwn(reads.fields ?? {}, each) || isOpen(each));
  return { ...leaf(valuesOf(pairs, name).map(decode)), members: membersOf(own, decode) };
}

const isOnlyObject = ({ types, items }: TextRules): boolean => types === undefined && items === undefined;

/** Whether a name on the wire is that of a parameter, or of a member that it declares. */
const owns = ({ name, style, reads = {} }: Written, wanted: string): boolean =>
  style === "deepObject"
    ? wanted.startsWith(`${name}[`)
    : wanted === name || Object.hasOwn(reads.fields ?? {}, wanted);

/** `;color=blue;color=black`, `;R=100;G=200` or `;color=blue,black`. */
function matrixTexts(name: string, text: string | undefined, explode: boolean): ParameterTexts {
  const pairs = pairsOf(text ?? "", ";", percentDecoded);
  const values = valuesOf(pairs, name);
  if (!explode) return flatTexts(values.slice(0, 1), ",", false, percentDecoded);
  const isEmpty = pairs.length === 1 && values[0] === "";
  const whole = values.map(percentDecoded);
  return {
    whole: text === undefined ? [] : whole,
    parts: isEmpty ? [] : whole,
    members: isEmpty ? new Map() : membersOf(pairs, percentDecoded),
  };
}

/** `color[R]=100&color[a][b]=200` as a tree. */
function deepTexts(pairs: readonly Pair[], name: string): ParameterTexts {
  const decode = decoders.query;
  const inside = pairs.flatMap(([each, value]): readonly Pair[] => {
    const [, member, rest] = each.startsWith(`${name}[`)
      ? (/^\[([^\]]*)\](.*)$/s.exec(each.slice(name.length)) ?? [])
      : [];
    return member === undefined ? [] : [[`${member}${rest ?? ""}`, value]];
  });
  const firsts = new Set(inside.map(([each]) => each.replace(/\[.*$/s, "")));
  return {
    ...leaf(valuesOf(pairs, name).map(decode)),
    members: new Map([...firsts].map((each) => [each, deepTexts(inside, each)])),
  };
}
