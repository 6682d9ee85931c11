import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A place in the document: the value there and the JSON pointer that leads to it. */
export interface Place {
  readonly value: Json;
  readonly pointer: readonly string[];
}

export const METHODS: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

export const openapi: JsonObject = load("openapi.yaml");
export const overlay: JsonObject = load("overlay.yaml");

function load(name: string): JsonObject {
  const url = new URL(`../../spec/twilio/${name}`, import.meta.url);
  return object(parse(readFileSync(url, "utf8")) as Json);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function object(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new TypeError(`expected an object, found ${JSON.stringify(value)}`);
  return value;
}

export function array(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw new TypeError(`expected an array, found ${JSON.stringify(value)}`);
  return value;
}

export function text(value: Json | undefined): string {
  if (typeof value !== "string") throw new TypeError(`expected a string, found ${JSON.stringify(value)}`);
  return value;
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Follows `$ref`s until there is none. */
export function resolve(place: Place): Place {
  const reference = child(place.value, "$ref");
  if (reference === undefined) return place;
  const pointer = text(reference)
    .replace(/^#\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const target = step({ value: openapi, pointer: [] }, ...pointer);
  if (!target) throw new Error(`nothing at ${text(reference)}`);
  return resolve(target);
}

/** Walks down by keys. A key beside a `$ref` wins over the same key in what the `$ref` names. */
export function step(from: Place, ...keys: string[]): Place | undefined {
  let place = from;
  for (const key of keys) {
    const home = child(place.value, key) === undefined ? resolve(place) : place;
    const value = child(home.value, key);
    if (value === undefined) return undefined;
    place = { value, pointer: [...home.pointer, key] };
  }
  return place;
}

export const root: Place = { value: openapi, pointer: [] };

export interface Operation {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly place: Place;
  /** Parameters of the path item and of the operation, by name. */
  readonly parameters: ReadonlyMap<string, Place>;
}

export const operations: ReadonlyMap<string, Operation> = new Map(
  [...findOperations()].map((operation) => [operation.id, operation]),
);

function* findOperations(): Generator<Operation> {
  for (const [path, item] of Object.entries(object(openapi.paths))) {
    for (const method of METHODS) {
      const place = step(root, "paths", path, method);
      if (!place) continue;
      const parameters = new Map<string, Place>();
      for (const owner of [{ value: item, pointer: ["paths", path] }, place]) {
        for (const parameter of children(step(owner, "parameters")).map(resolve)) {
          parameters.set(text(object(parameter.value).name), parameter);
        }
      }
      yield { id: text(object(place.value).operationId), path, method, place, parameters };
    }
  }
}

/** The direct children of an array or object, and none of nothing. */
export function children(place: Place | undefined): Place[] {
  if (!place || typeof place.value !== "object" || place.value === null) return [];
  return Object.entries(place.value).map(([key, value]) => ({ value, pointer: [...place.pointer, key] }));
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const RFC_2822 = /^(\w{3}), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;

/** An RFC 2822 date in GMT whose day of the week is right. */
export function isRfc2822(value: string): boolean {
  const day = RFC_2822.exec(value)?.[1];
  const time = Date.parse(value);
  return day !== undefined && !Number.isNaN(time) && DAYS[new Date(time).getUTCDay()] === day;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addFormat("date-time-rfc-2822", { type: "string", validate: isRfc2822 });
ajv.addSchema(openapi, "openapi.yaml");

/** What is wrong with a value, judged by the schema at a place in the document. Empty if nothing is. */
export function validate(schema: Place, value: Json): string[] {
  const fragment = schema.pointer
    .map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const check = ajv.compile({ $ref: `openapi.yaml#/${fragment}` });
  if (check(value)) return [];
  return (check.errors ?? []).map((error: ErrorObject) =>
    `${error.instancePath} ${error.message ?? ""}`.trim(),
  );
}
