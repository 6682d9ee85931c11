/** From XML 1.0 with namespaces to a tree of its elements. The one module that knows the library that parses XML. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

/** The name of an element or of an attribute; a prefix that is declared nowhere has no namespace. */
export interface XmlName {
  readonly local: string;
  readonly prefix: string | undefined;
  readonly namespace: string | undefined;
}

export interface XmlNode extends XmlName {
  readonly attributes: readonly (XmlName & { readonly value: string })[];
  readonly children: readonly XmlNode[];
  /** All text directly in it. */
  readonly text: string;
}

/** What the library makes of a piece: its name, which has a colon before it, with what is inside. */
type Parsed = Readonly<Record<string, readonly Parsed[] | Readonly<Record<string, string>> | string>>;

/** Names have a mark before them, so that none is one that objects inherit. References are resolved here, not there. */
const parser = /* @__PURE__ */ new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: ":",
  transformTagName: (name) => `:${name}`,
  trimValues: false,
  parseTagValue: false,
  processEntities: false,
  cdataPropName: "#cdata",
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 1000,
});

/**
 * The root of a document. Throws a SyntaxError for what is not well-formed, and for entities of a document's own: only the
 * five of XML 1.0, section 4.6, are known, so nothing is fetched and nothing grows.
 */
export function xmlTree(text: string): XmlNode {
  if (XMLValidator.validate(text) !== true || !/>\s*$/.test(text) || forbidden.test(text))
    throw new SyntaxError("not well-formed");
  const pieces = parser.parse(text) as readonly Parsed[];
  const [root, ...more] = pieces.filter((each) => tagOf(each) !== undefined);
  if (root === undefined || more.length > 0) throw new SyntaxError("there must be one root");
  return nodeOf(root, new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]));
}

/** XML 1.0, section 2.2. */
const forbidden = /[^\t\n\r\x20-\uFFFD]/;

/** The tag of an element; undefined for text. */
const tagOf = (piece: Parsed): string | undefined => Object.keys(piece).find((key) => /^:[^@]/.test(key));

/** Namespaces by prefix, the default one by the empty prefix. */
type Scope = ReadonlyMap<string, string>;

function nodeOf(piece: Parsed, outer: Scope): XmlNode {
  const tag = tagOf(piece) ?? "";
  const inside = piece[tag] as readonly Parsed[];
  const attributes = Object.entries((piece[":@"] ?? {}) as Readonly<Record<string, string>>).map(
    ([name, raw]) => [name.slice(1), resolved(raw.replace(/[\t\n]/g, " "))] as const,
  );
  const declared = attributes.flatMap(([name, value]) =>
    /^xmlns(:|$)/.test(name) ? [[name.slice(6), value] as const] : [],
  );
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  return {
    ...nameOf(tag.replace(/^:+/, ""), scope, scope.get("")),
    attributes: attributes
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, value]) => ({ ...nameOf(name, scope, undefined), value })),
    children: inside.flatMap((each) => (tagOf(each) === undefined ? [] : nodeOf(each, scope))),
    text: inside.map(textOf).join(""),
  };
}

/** Attributes without a prefix are in no namespace (Namespaces in XML 1.0, section 6.2). */
function nameOf(name: string, scope: Scope, unprefixed: string | undefined): XmlName {
  const [, prefix, local = name] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const namespace = prefix === undefined ? unprefixed : scope.get(prefix);
  return { local, prefix, namespace: namespace === "" ? undefined : namespace };
}

function textOf(piece: Parsed): string {
  const { "#text": text, "#cdata": parts } = piece as { "#text"?: string; "#cdata"?: readonly Parsed[] };
  return parts === undefined ? resolved(text ?? "") : parts.map((each) => String(each["#text"])).join("");
}

/** XML 1.0, sections 4.1 and 4.6: references to characters and to the entities that every document has. */
function resolved(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const point = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
    const found = entities[all] ?? (point <= 0x10ffff ? String.fromCodePoint(point) : "\0");
    if (forbidden.test(found) || /^\p{Cs}$/u.test(found)) throw new SyntaxError("a reference to nothing");
    return found;
  });
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};
