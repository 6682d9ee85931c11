/** Works out how the values of schemas stand in XML, and where XML cannot tell them. */
import { allowedTypes, isOpen, meantTypes } from "./allowed-types.js";
import { describing } from "./in-place.js";
import { splitPointer } from "../json.js";
import { makesBigints } from "./formats.js";
import {
  type ObjectRules,
  type Schema,
  type SchemaId,
  type SchemaTable,
  type XmlAnnotation,
  isNull,
  named,
} from "./schema.js";
import { present } from "./present.js";
import type { XmlContent, XmlElement, XmlMember, XmlTextType } from "./xml.js";

/** Says what of a schema XML cannot tell, and why. */
export type Refuse = (schema: Schema, reason: string) => void;

/** The element that a value of a named schema is the root of. One whose schema gives it no name has an empty one. */
export function rootOf(id: SchemaId, table: SchemaTable, refuse: Refuse = () => {}): XmlElement {
  return shaping(table, refuse).element(
    { pointer: named(table, id).schema.pointer, ref: id, annotations: {} },
    componentName(id, table),
    true,
  );
}

/** The element of a named schema and those of all that it leads to, by id. */
export function reachedFrom(
  id: SchemaId,
  table: SchemaTable,
  refuse: Refuse = () => {},
): ReadonlyMap<SchemaId, XmlElement> {
  const ids = new Set([id]);
  const found = new Map<SchemaId, XmlElement>();
  for (const each of ids) {
    const shape = shaping(table, refuse);
    const { schema } = named(table, each);
    const called = { name: componentName(each, table), ...nameIn(annotationOf(schema, table)) };
    found.set(each, { ...called, content: shape.inner(schema, called.name) });
    for (const next of shape.named) ids.add(next);
  }
  return found;
}

/** The name of a component, which an element has whose schema has no other (OpenAPI 3.1.1, section 4.8.26.1). */
function componentName(id: SchemaId, table: SchemaTable): string {
  const { schema } = named(table, id);
  const steps = splitPointer(schema.pointer);
  if (steps.length === 3 && steps[1] === "schemas") return steps[2] ?? "";
  return schema.ref === undefined ? "" : componentName(schema.ref, table);
}

/** What a schema says of XML, with what it refers to beneath it; a single part of `allOf` is as good as a reference. */
function annotationOf({ annotations, ref, allOf = [] }: Schema, table: SchemaTable): XmlAnnotation {
  const [only, ...more] = allOf;
  const beneath =
    ref !== undefined
      ? annotationOf(named(table, ref).schema, table)
      : only !== undefined && more.length === 0
        ? annotationOf(only, table)
        : {};
  const { node, ...own } = annotations.xml ?? {};
  // A reference is no node anyway: what it refers to is one as it says itself.
  const isReference = ref !== undefined || only !== undefined;
  return { ...beneath, ...own, ...(node === undefined || (isReference && node === "none") ? {} : { node }) };
}

/** What of it an element is called by. */
function nameIn({ name, prefix, namespace }: XmlAnnotation): XmlAnnotation {
  return present({ name, prefix, namespace });
}

/** The properties that every object of the schema has. */
function requiredOf(
  { ref, allOf = [], anyOf, oneOf, object }: Schema,
  table: SchemaTable,
): ReadonlySet<string> {
  const own = (object?.properties ?? []).flatMap((each) => (each.required ? each.name : []));
  const parts = [...allOf, ...(ref === undefined ? [] : [named(table, ref).schema])];
  const branches = [anyOf, oneOf].flatMap((list) => {
    const [first, ...more] = (list ?? [])
      .filter((each) => !isNull(each))
      .map((each) => requiredOf(each, table));
    return [...(first ?? [])].filter((name) => more.every((each) => each.has(name)));
  });
  return new Set([...own, ...parts.flatMap((each) => [...requiredOf(each, table)]), ...branches]);
}

/** The named schema that says all that is said of an object: behind a reference, or behind an alternative to null. */
function namedObject(schema: Schema, table: SchemaTable): SchemaId | undefined {
  const parts = describing(schema, table);
  const objects = parts.filter((each) => each.object !== undefined);
  return parts
    .flatMap((each) => each.ref ?? [])
    .find((id) => {
      const own = new Set(describing(named(table, id).schema, table));
      return objects.length > 0 && objects.every((each) => own.has(each));
    });
}

function shaping(table: SchemaTable, refuse: Refuse) {
  const reached = new Set<SchemaId>();
  /** What is being worked out. */
  const open = new Set<SchemaId>();

  /** An object that has a name is followed when it is needed: it may lead back. */
  const content = (schema: Schema, name: string): XmlContent => {
    const id = isText(schema, table) || isArray(schema, table) ? undefined : namedObject(schema, table);
    if (id !== undefined) {
      reached.add(id);
      return { kind: "named", id };
    }
    if (open.has(schema.ref ?? schema.pointer)) {
      refuse(schema, "it contains itself, and has no name of its own");
      return { kind: "text", types: [] };
    }
    open.add(schema.ref ?? schema.pointer);
    const found = inner(schema, name);
    open.delete(schema.ref ?? schema.pointer);
    return found;
  };

  const inner = (schema: Schema, name: string): XmlContent => {
    const parts = describing(schema, table);
    const types = new Set(meantTypes(schema, table));
    types.delete("null");
    if (types.size === 0) refuse(schema, "it names no type");
    if (types.size === 1 && types.has("object")) return objectOf(schema, parts);
    if (types.size === 1 && types.has("array")) return { kind: "list", item: itemOf(schema, parts, name) };
    if (types.has("object") || types.has("array"))
      refuse(schema, "its values can be of several types, which look the same");
    return { kind: "text", types: textTypes(schema, parts) };
  };

  /** What its texts can be read as. */
  const textTypes = (schema: Schema, parts: readonly Schema[]): readonly XmlTextType[] => {
    const types = meantTypes(schema, table);
    const isText = types.has("string");
    if (isText && [...types].some((each) => each !== "string" && each !== "null"))
      refuse(schema, "its values can be texts and others that look the same");
    const exact = parts.some(({ converter }) => converter && makesBigints(converter));
    return [
      ...(exact
        ? (["bigint"] as const)
        : types.has("number") || types.has("integer")
          ? (["number"] as const)
          : []),
      ...(types.has("boolean") ? (["boolean"] as const) : []),
      ...(isText ? (["string"] as const) : []),
    ];
  };

  const itemOf = (schema: Schema, parts: readonly Schema[], name: string): XmlElement => {
    const [items, ...more] = parts.flatMap(({ array }) => array?.items ?? []);
    if (items === undefined || more.length > 0 || parts.some((each) => each.array?.prefixItems))
      refuse(schema, "its items are not all described by one schema");
    const item = items ?? schema;
    if (items !== undefined && isSeries(items)) refuse(items, "arrays in arrays need `wrapped`");
    return element(item, name);
  };

  const isSeries = (schema: Schema): boolean => {
    const { wrapped, node } = annotationOf(schema, table);
    return !wrapped && node !== "element" && isArray(schema, table);
  };

  /** `name` is that of an element whose schema gives it none. */
  const element = (schema: Schema, name: string, isRoot: boolean = false): XmlElement => {
    const annotation = annotationOf(schema, table);
    const attribute = isRoot ? undefined : annotation.attribute;
    const nullable = attribute && allowedTypes(schema, table).has("null") ? (true as const) : undefined;
    const found = present({ name, ...nameIn(annotation), attribute, nullable });
    checkNames(schema, found);
    checkNode(schema, isRoot);
    return { ...found, content: content(schema, found.name) };
  };

  const checkNames = (schema: Schema, { name, prefix, namespace, attribute }: XmlAnnotation): void => {
    for (const each of [name ?? "", ...(prefix === undefined ? [] : [prefix])])
      if (!ncName.test(each) || /^xmlns$/i.test(each))
        refuse(schema, each === "" ? "its element has no name" : `${each} is no name in XML`);
    if (attribute && !isText(schema, table))
      refuse(schema, "an attribute holds a text, a number or a boolean");
    if (attribute && namespace !== undefined && prefix === undefined)
      refuse(schema, "an attribute in a namespace needs a prefix");
  };

  /** What stands in no element of its own has to stand in that of an object. */
  const checkNode = (schema: Schema, isRoot: boolean): void => {
    const { node } = annotationOf(schema, table);
    if (node === "text" || node === "cdata")
      refuse(schema, isRoot ? "a document needs an element" : "texts side by side look like one");
    if (node === "none" && !isArray(schema, table))
      refuse(schema, isRoot ? "a document needs an element" : "nothing stands for its value");
    if (isNested(schema))
      refuse(schema, "it refers to an element, which cannot stand in another (give that one nodeType none)");
  };

  /** Whether a reference is an element, and what it refers to another one. */
  const isNested = ({ annotations, ref }: Schema): boolean => {
    if (ref === undefined) return false;
    const { schema } = named(table, ref);
    if (annotations.xml?.node !== "element") return isNested(schema);
    return (annotationOf(schema, table).node ?? "element") === "element" && !isSeries(schema);
  };

  const textMember = (schema: Schema, required: boolean): XmlMember => {
    const isCdata = annotationOf(schema, table).node === "cdata";
    if (!isText(schema, table)) refuse(schema, "a text holds a text, a number or a boolean");
    if (allowedTypes(schema, table).has("null")) refuse(schema, "a text cannot be null");
    return { kind: "text", types: textTypes(schema, describing(schema, table)), isCdata, required };
  };

  const member = (schema: Schema, name: string, required: boolean): XmlMember => {
    const { node } = annotationOf(schema, table);
    if (node === "text" || node === "cdata") return textMember(schema, required);
    if (!isSeries(schema)) {
      const found = element(schema, name);
      if (found.nullable && !required)
        refuse(schema, "an attribute that is null looks the same as one that is not there");
      return { kind: "element", element: found };
    }
    if (annotationOf(schema, table).attribute)
      refuse(schema, "an attribute holds a text, a number or a boolean");
    const nullable = allowedTypes(schema, table).has("null");
    const item = itemOf(schema, describing(schema, table), name);
    const items = describing(schema, table).flatMap((each) => each.array?.items ?? []);
    if (nullable && items.some((each) => allowedTypes(each, table).has("null")))
      refuse(schema, "it looks the same as null and as an array of null");
    return { kind: "series", item, required, nullable };
  };

  const objectOf = (whole: Schema, parts: readonly Schema[]): XmlContent => {
    const objects = parts.flatMap((schema) => (schema.object ? [{ schema, object: schema.object }] : []));
    const members = new Map<string, { readonly member: XmlMember; readonly schema: Schema }>();
    const required = requiredOf(whole, table);
    for (const { object } of objects)
      for (const { name, schema, undeclared } of object.properties) {
        if (undeclared) continue;
        const made = member(schema, name, required.has(name));
        const known = members.get(name)?.member;
        if (known !== undefined && !isSame(known, made))
          refuse(schema, `another schema says otherwise how ${name} stands in XML`);
        members.set(name, { member: made, schema });
      }
    const others = objects.flatMap(({ object, schema }) => othersOf(object, schema));
    checkDistinct([...members]);
    checkTexts([...[...members.values()].map((each) => ({ ...each, isOther: false })), ...others]);
    const [first] = others;
    for (const each of others)
      if (first !== undefined && !isSame(first.member, each.member))
        refuse(each.schema, "another schema says otherwise how other properties stand in XML");
    return {
      kind: "object",
      members: [...members].map(([name, each]) => [name, each.member]),
      ...(first === undefined ? {} : { others: first.member }),
    };
  };

  const othersOf = (
    { additionalProperties, patternProperties, unevaluatedProperties }: ObjectRules,
    schema: Schema,
  ): readonly { readonly member: XmlMember; readonly schema: Schema; readonly isOther: true }[] => {
    if (patternProperties.length > 0) refuse(schema, "properties are told apart by patterns");
    return [additionalProperties, unevaluatedProperties].flatMap((each) =>
      each === undefined || each.never || isOpen(allowedTypes(each, table))
        ? []
        : [{ schema: each, member: member(each, "other", false), isOther: true }],
    );
  };

  /** Two properties of one object must not have the same element or the same attribute. */
  const checkDistinct = (
    members: readonly (readonly [string, { readonly member: XmlMember; readonly schema: Schema }])[],
  ): void => {
    const taken = new Map<string, string>();
    for (const [property, { member: each, schema }] of members) {
      if (each.kind === "text") continue;
      const {
        name,
        namespace = "",
        prefix = "",
        attribute,
      } = each.kind === "series" ? each.item : each.element;
      const key = JSON.stringify([attribute, name, namespace || prefix]);
      const other = taken.get(key);
      if (other !== undefined) refuse(schema, `${other} has the same name in XML as ${property}`);
      taken.set(key, property);
    }
  };

  /** An element has one text, which white space between elements could be as well. */
  const checkTexts = (
    members: readonly { readonly member: XmlMember; readonly schema: Schema; readonly isOther: boolean }[],
  ): void => {
    const texts = members.filter(({ member: each }) => each.kind === "text");
    const hasElements = members.some(
      ({ member: each }) =>
        each.kind === "series" || (each.kind === "element" && each.element.attribute !== true),
    );
    for (const [i, { member: each, schema, isOther }] of texts.entries()) {
      if (isOther || i > 0) refuse(schema, "texts side by side look like one");
      if (each.kind === "text" && !each.isCdata && hasElements)
        refuse(schema, "a text beside elements looks the same as the white space between them");
    }
  };

  return { element, inner, named: reached };
}

const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;

/** Both are made by the same steps, so their members stand in the same order. */
const isSame = (a: XmlMember, b: XmlMember): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether all values are arrays, null aside. */
function isArray(schema: Schema, table: SchemaTable): boolean {
  const types = [...meantTypes(schema, table)].filter((each) => each !== "null");
  return types.length === 1 && types[0] === "array";
}

function isText(schema: Schema, table: SchemaTable): boolean {
  const types = meantTypes(schema, table);
  return !types.has("object") && !types.has("array");
}
