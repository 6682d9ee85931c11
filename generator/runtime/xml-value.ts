/** From XML to the values that stand in it. */
import {
  type XmlElement,
  type XmlInner,
  type XmlMember,
  type XmlObject,
  type XmlText,
  contentOf,
  instanceNamespace,
  named,
} from "./xml.js";
import type { XmlName, XmlNode } from "./xml-tree.js";

/** The value in an element. What is not as it should be is read as what it looks like: a validator then says what is wrong. */
export function xmlValue(node: XmlNode, element: XmlElement): unknown {
  if (isNil(node)) return null;
  const content = contentOf(element);
  if ("items" in content) return node.children.map((each) => xmlValue(each, content.items));
  if ("text" in content) return node.children.length > 0 ? anyValue(node) : textValue(node.text, content);
  return isText(node) && !hasInner(content) ? node.text : objectOf(node, content);
}

const hasInner = ({ members }: XmlObject): boolean => Object.values(members).some((each) => "inner" in each);

/** Whether an element is the one that is meant. A prefix is free where there is a namespace, and wherever no other name is nearer. */
export function isMeant(name: XmlName, element: XmlElement): boolean {
  return nearness(name, element) > 0;
}

function nearness({ local, prefix, namespace }: XmlName, element: XmlElement): number {
  if (local !== element.name) return 0;
  if (element.namespace !== undefined) return namespace === element.namespace ? 2 : 0;
  return prefix === element.prefix ? 2 : 1;
}

const isNil = ({ attributes }: XmlNode): boolean =>
  attributes.some(
    ({ local, namespace, value }) =>
      local === "nil" && namespace === instanceNamespace && /^(true|1)$/.test(value.trim()),
  );

/** Whether there is nothing in it but text. */
const isText = ({ attributes, children, text }: XmlNode): boolean =>
  attributes.length === 0 && children.length === 0 && text.trim() !== "";

function objectOf(node: XmlNode, { members, others }: XmlObject): unknown {
  const all = Object.entries(members);
  const found = new Map<string, XmlNode[]>();
  for (const each of node.children) {
    const property = propertyOf(each, all, false) ?? each.local;
    const nodes = found.get(property) ?? [];
    found.set(property, nodes);
    nodes.push(each);
  }
  const known = all.flatMap(([property, member]): readonly (readonly [string, unknown])[] => {
    if ("inner" in member) return innerOf(node, member).map((value) => [property, value]);
    if (isAttribute(member)) {
      const attribute = node.attributes.find((each) => propertyOf(each, all, true) === property);
      if (attribute === undefined) return member.nullable ? [[property, null]] : [];
      return [[property, textOf(attribute.value, member)]];
    }
    const nodes = found.get(property) ?? [];
    found.delete(property);
    return valuesOf(nodes, member).map((value) => [property, value]);
  });
  const unknown = [...found].map(([name, nodes]) => {
    const [value] = others === undefined ? [anyOf(nodes)] : valuesOf(nodes, named(others, name));
    return [name, value] as const;
  });
  return Object.fromEntries([...known, ...unknown]);
}

const isAttribute = (member: XmlMember): member is XmlElement =>
  "holds" in member && member.attribute === true;

/** The text of an element, or none. Where there are CDATA sections, the text is in them. */
function innerOf(
  { text, cdata }: XmlNode,
  { inner, cdata: isCdata, required }: XmlInner,
): readonly unknown[] {
  const found = (isCdata ? cdata : undefined) ?? text;
  // White space is all that is left of an empty section.
  const isEmpty = found === "" || (isCdata && cdata === undefined && found.trim() === "");
  return isEmpty && !required ? [] : [textValue(isEmpty ? "" : found, { text: inner })];
}

/** The property that a name stands for: the one whose name is nearest. */
function propertyOf(
  name: XmlName,
  all: readonly (readonly [string, XmlMember])[],
  attributes: boolean,
): string | undefined {
  const rated = all.flatMap(([property, member]) => {
    if ("inner" in member || isAttribute(member) !== attributes) return [];
    return [{ property, rate: nearness(name, "each" in member ? member.each : member) }];
  });
  const best = Math.max(1, ...rated.map((each) => each.rate));
  return rated.find((each) => each.rate === best)?.property;
}

/** The value of a member, or none. An element that should be there once and is not, is read as an array. */
function valuesOf(nodes: readonly XmlNode[], member: XmlMember): readonly unknown[] {
  if ("inner" in member) return [];
  if (!("each" in member)) {
    const values = nodes.map((each) => xmlValue(each, member));
    return values.length > 1 ? [values] : values;
  }
  const [first, ...more] = nodes;
  if (first === undefined) return member.required ? [[]] : [];
  if (member.nullable && more.length === 0 && isNil(first)) return [null];
  return [nodes.map((each) => xmlValue(each, member.each))];
}

/** What no schema speaks of: a text, or an object of such values. */
function anyValue(node: XmlNode): unknown {
  if (isNil(node)) return null;
  return node.children.length === 0 ? node.text : objectOf(node, { members: {} });
}

function anyOf(nodes: readonly XmlNode[]): unknown {
  const values = nodes.map(anyValue);
  return values.length > 1 ? values : values[0];
}

function textOf(text: string, element: XmlElement): unknown {
  const content = contentOf(element);
  return "text" in content ? textValue(text, content) : text;
}

/** The text as the first type that it can be read as (XML Schema Part 2, section 3), or as it is. */
function textValue(text: string, { text: types }: XmlText): unknown {
  const word = text.trim();
  for (const type of types) {
    if (type === "number" && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word)) return Number(word);
    if (type === "bigint" && /^[-+]?\d+$/.test(word)) return BigInt(word.replace("+", ""));
    if (type === "boolean" && /^(true|false|0|1)$/.test(word)) return word === "true" || word === "1";
  }
  return text;
}
