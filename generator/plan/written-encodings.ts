/** How the properties of forms and of bodies of parts are written, where a description says so. */
import { type Code, type Import, code, join, key, str, valueFrom } from "../code/code.js";
import {
  type Content,
  type Encoding,
  type PartEncoding,
  isJsonField,
  isRange,
  mediaTypesOf,
} from "../model/content.js";
import { meantTypes } from "../model/allowed-types.js";
import { describing } from "../model/in-place.js";
import type { Property, Schema, SchemaTable } from "../model/schema.js";
import { typeIn } from "./concrete-type.js";
import { isOnePair, pairWriter, writeInStyle } from "./pair-writers.js";

/** The writers of a form's fields, by name; undefined where all are written as usual. `isExact`: JSON has long integers. */
export function fieldWriters(
  { encodings, schema }: Content,
  table: SchemaTable,
  isExact: boolean,
): Code | undefined {
  return byName(
    encodings.map(({ property, ...encoding }) => {
      const schemas = propertiesOf(schema, property, table);
      return [
        property,
        fieldWriter(
          property,
          encoding,
          schemas.some((each) => meantTypes(each, table).has("object")),
          isExact
            ? valueFrom("runtime/lossless-json", "losslessText")
            : valueFrom("runtime/json-text", "json"),
        ),
      ];
    }),
  );
}

/** The media types and headers of parts, by name; undefined where all are as usual. */
export const partOptions = ({ encodings }: Content): Code | undefined =>
  byName(encodings.map((encoding) => [encoding.property, optionsOf(encoding)]));

/** The same of parts without names: of the first by their places, and of the rest. */
export function placeEntries({ places }: Content): readonly Code[] {
  const { first = [], rest } = places ?? {};
  const others = rest && optionsOf(rest);
  const options = first.map((each) => optionsOf(each) ?? code`{}`);
  return [
    ...(options.length === 0 ? [] : [code`first: [${join(options, ", ")}]`]),
    ...(others === undefined ? [] : [code`rest: ${others}`]),
  ];
}

/** The media type and headers of a part; undefined where it is as usual. */
function optionsOf(encoding: PartEncoding): Code | undefined {
  const { headers } = encoding;
  const [first, ...more] = mediaTypesOf(encoding);
  // Of several media types a file has one of its own.
  const isOne = first !== undefined && !isRange(first) && more.length === 0;
  const values = headers.map(([name, value]) => code`${key(name)}: ${str(value)}`);
  const members = [
    ...(first === undefined ? [] : [code`${isOne ? code`type` : code`untyped`}: ${str(typeIn(first))}`]),
    ...(headers.length === 0 ? [] : [code`headers: { ${join(values, ", ")} }`]),
  ];
  return members.length === 0 ? undefined : code`{ ${join(members, ", ")} }`;
}

function byName(entries: readonly (readonly [string, Code | undefined])[]): Code | undefined {
  const members = entries.flatMap(([name, each]) =>
    each === undefined ? [] : [code`${key(name)}: ${each}`],
  );
  return members.length === 0 ? undefined : code`{ ${join(members, ", ")} }`;
}

/** A function from `{ name: value }` to pairs; undefined for what forms do anyway. */
function fieldWriter(
  name: string,
  encoding: Omit<Encoding, "property">,
  objects: boolean,
  json: Import,
): Code | undefined {
  const { style, allowReserved } = encoding;
  const field = (value: Code): Code => code`{ ${key(name)}: ${value} }`;
  if (style === undefined) {
    if (objects || !isJsonField(encoding)) return undefined;
    return code`(${field(code`value`)}) => ${writeInStyle("exploded", field(code`${json}(value)`), false)}`;
  }
  if (style === "exploded" && !objects && !allowReserved) return undefined;
  const inOne = objects && isOnePair(style);
  if (!inOne && !allowReserved) return pairWriter(style);
  const value = inOne ? code`${valueFrom("runtime/members", "flat")}(value)` : code`value`;
  return code`(${field(code`value`)}) => ${writeInStyle(style, field(value), allowReserved)}`;
}

/** The schemas that an object's schema has for a property. */
function propertiesOf(schema: Schema | undefined, name: string, table: SchemaTable): readonly Schema[] {
  const isIt = (each: Property): boolean => each.name === name;
  return (schema === undefined ? [] : describing(schema, table)).flatMap((each) =>
    (each.object?.properties ?? []).filter(isIt).map((found) => found.schema),
  );
}
