/** From XML 1.0 with namespaces to a tree of its elements. The one module that knows the library that parses XML. */
import { XmlCdata, XmlElement, XmlText, parseXml } from "@rgrove/parse-xml";

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
  /** Of that, what stands from its first CDATA section to its last. */
  readonly cdata: string | undefined;
}

/**
 * The root of a document. Throws a SyntaxError for what is not well-formed, for entities of a document's own (only the five
 * of XML 1.0, section 4.6, are known, so nothing is fetched and nothing grows), and for elements too deep inside each other.
 */
export function xmlTree(text: string): XmlNode {
  try {
    const { root } = parseXml(text, { preserveCdata: true });
    // The library's types allow a document without a root, which it does not make of a text.
    return nodeOf(root as XmlElement, new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]));
  } catch (cause) {
    throw new SyntaxError("not well-formed", { cause });
  }
}

/** Namespaces by prefix, the default one by the empty prefix. */
type Scope = ReadonlyMap<string, string>;

function nodeOf(element: XmlElement, outer: Scope): XmlNode {
  const attributes = Object.entries(element.attributes);
  const declared = attributes.flatMap(([name, value]) =>
    /^xmlns(:|$)/.test(name) ? [[name.slice(6), value] as const] : [],
  );
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  return {
    ...nameOf(element.name, scope, scope.get("")),
    attributes: attributes
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, value]) => ({ ...nameOf(name, scope, undefined), value })),
    children: element.children.flatMap((each) => (each instanceof XmlElement ? [nodeOf(each, scope)] : [])),
    ...textsOf(element.children.filter((each) => each instanceof XmlText)),
  };
}

function textsOf(all: readonly XmlText[]): Pick<XmlNode, "text" | "cdata"> {
  const joined = (some: readonly XmlText[]): string => some.map((each) => each.text).join("");
  const are = all.map((each) => each instanceof XmlCdata);
  const sections = all.slice(Math.max(0, are.indexOf(true)), are.lastIndexOf(true) + 1);
  return { text: joined(all), cdata: sections.length === 0 ? undefined : joined(sections) };
}

/** Attributes without a prefix are in no namespace (Namespaces in XML 1.0, section 6.2). */
function nameOf(name: string, scope: Scope, unprefixed: string | undefined): XmlName {
  const [, prefix, local = name] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const namespace = prefix === undefined ? unprefixed : scope.get(prefix);
  return { local, prefix, namespace: namespace === "" ? undefined : namespace };
}
