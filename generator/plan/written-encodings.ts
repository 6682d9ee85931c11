/** How the properties of forms and of bodies of parts are written, where a description says so. */
import { type Code, type Import, code, join, key, str, valueFrom } from "../code/code.js";
import { type Content, type Encoding, type FormStyle, isRange } from "../model/content.js";
import type { Property, Schema, SchemaTable } from "../model/schema.js";
import { inPlace } from "./text-rules.js";

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
          schemas.some((each) => allowsObjects(each, table)),
          isExact
            ? valueFrom("runtime/lossless-json", "losslessText")
            : valueFrom("runtime/json-text", "json"),
        ),
      ];
    }),
  );
}

/** The media types and headers of parts, by name; undefined where all are as usual. */
export function partOptions({ encodings }: Content): Code | undefined {
  return byName(
    encodings.map(({ property, contentType, headers }) => {
      // Of several media types a file has one of its own.
      const isOne = contentType !== undefined && !isRange(contentType) && !contentType.includes(",");
      const members = [
        ...(isOne ? [code`type: ${str(contentType)}`] : []),
        ...(headers.length === 0
          ? []
          : [
              code`headers: { ${join(
                headers.map(([name, value]) => code`${key(name)}: ${str(value)}`),
                ", ",
              )} }`,
            ]),
      ];
      return [property, members.length === 0 ? undefined : code`{ ${join(members, ", ")} }`];
    }),
  );
}

function byName(entries: readonly (readonly [string, Code | undefined])[]): Code | undefined {
  const members = entries.flatMap(([name, each]) =>
    each === undefined ? [] : [code`${key(name)}: ${each}`],
  );
  return members.length === 0 ? undefined : code`{ ${join(members, ", ")} }`;
}

const modules: Readonly<Record<FormStyle, string>> = {
  exploded: "runtime/exploded",
  joined: "runtime/delimited",
  spaceDelimited: "runtime/delimited",
  pipeDelimited: "runtime/delimited",
  deepObject: "runtime/deep-object",
};

/** A function from `{ name: value }` to pairs; undefined for what forms do anyway. */
function fieldWriter(
  name: string,
  { style, contentType, allowReserved }: Omit<Encoding, "property">,
  objects: boolean,
  json: Import,
): Code | undefined {
  const writer = (each: FormStyle): Code => code`${valueFrom(modules[each], each)}`;
  const field = (value: Code): Code => code`{ ${key(name)}: ${value} }`;
  if (style === undefined) {
    if (objects || contentType === undefined || !/\bjson\b/i.test(contentType)) return undefined;
    return code`(${field(code`value`)}) => ${writer("exploded")}(${field(code`${json}(value)`)})`;
  }
  if (style === "exploded" && !objects && !allowReserved) return undefined;
  const inOne = objects && style !== "exploded" && style !== "deepObject";
  if (!inOne && !allowReserved) return writer(style);
  const value = inOne ? code`${valueFrom("runtime/members", "flat")}(value)` : code`value`;
  const reserved = allowReserved ? code`, ${valueFrom("runtime/reserved", "reserved")}` : code``;
  return code`(${field(code`value`)}) => ${writer(style)}(${field(value)}${reserved})`;
}

/** The schemas that an object's schema has for a property. */
function propertiesOf(schema: Schema | undefined, name: string, table: SchemaTable): readonly Schema[] {
  const isIt = (each: Property): boolean => each.name === name;
  return (schema === undefined ? [] : inPlace(schema, table)).flatMap((each) =>
    (each.object?.properties ?? []).filter(isIt).map((found) => found.schema),
  );
}

/** Whether a value of the schema can be an object. */
export const allowsObjects = (schema: Schema, table: SchemaTable): boolean =>
  inPlace(schema, table).some(({ types, object }) => types?.includes("object") ?? object !== undefined);
