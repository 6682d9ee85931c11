/** Writes the bodies of answers that are of several parts. */
import type { Series } from "./json-lines.js";
import { multipartOf } from "./multipart.js";
import { type PartPlaces, partList } from "./part-list.js";
import { partSeries } from "./part-series.js";
import type { AnswerFormat, RouteAnswer } from "./route.js";

type Write = NonNullable<RouteAnswer<unknown>["write"]>;

/** An object of parts by name; `options` holds media types and headers of parts. */
export function writeNamedParts(options?: Parameters<typeof multipartOf>[2]): Write {
  return (body, { type, convert = same, stringify }) =>
    multipartOf(type, convert(body) as object, options, stringify) ?? null;
}

/** An array of parts; `places` holds media types and headers of parts. */
export function writeListedParts(places?: PartPlaces): Write {
  return (body, { type, convert = same, stringify }) =>
    partList(convert(body) as readonly unknown[], type, { ...places, ...jsonBy(stringify) }) ?? null;
}

/** A series of parts. */
export function writePartSeries(places?: PartPlaces): Write {
  return (body, { type, convert = same, stringify }) =>
    partSeries(body as Series<unknown>, type, { ...places, ...jsonBy(stringify), convert }) ?? null;
}

const same = (value: unknown): unknown => value;

const jsonBy = (stringify: AnswerFormat["stringify"]): Pick<PartPlaces, "json"> =>
  stringify === undefined ? {} : { json: stringify };
