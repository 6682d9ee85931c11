/** Which resource a schema belongs to, and what references lead to (JSON Schema 2020-12 Core, sections 8.2 and 9.2). */
import { valueAt } from "./pointer.js";

type Fields = Readonly<Record<string, unknown>>;

/** Schemas that share a base for references: those below an `$id`, or those of the document. */
export interface Resource {
  readonly base: string;
  readonly root: object;
  /** By name: those of `$anchor` and of `$dynamicAnchor`. */
  readonly anchors: Map<string, object>;
  readonly dynamicAnchors: Map<string, object>;
}

export interface Resources {
  readonly of: (schema: object) => Resource;
  /** What a reference leads to that stands in a schema; an error where there is nothing. */
  readonly referred: (ref: string, from: object) => unknown;
  /** The same for `$dynamicRef`; the schemas that are being applied belong to the resources in the scope. */
  readonly dynamicallyReferred: (ref: string, from: object, scope: readonly Resource[]) => unknown;
}

/** Keywords whose members are named schemas; their names are no keywords. */
const maps: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas"],
]);

/** Keywords whose values only look like schemas. */
const literals: ReadonlySet<string> = new Set(["const", "enum", "default", "example", "examples"]);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The resources of a document: a schema, or a description that has some. */
export function resourcesOf(document: object): Resources {
  const resources = new Map<string, Resource>();
  const belongs = new Map<object, Resource>();

  const opened = (base: string, root: object): Resource => {
    const resource: Resource = { base, root, anchors: new Map(), dynamicAnchors: new Map() };
    resources.set(base, resource);
    return resource;
  };

  const visit = (value: unknown, outer: Resource, isMap: boolean): void => {
    if (!isObject(value)) return;
    const { $id, $anchor, $dynamicAnchor } = (isMap ? {} : value) as Fields;
    const here = typeof $id === "string" ? opened(resolved($id, outer).url, value) : outer;
    belongs.set(value, here);
    if (typeof $anchor === "string") here.anchors.set($anchor, value);
    if (typeof $dynamicAnchor === "string") here.dynamicAnchors.set($dynamicAnchor, value);
    for (const [key, each] of Object.entries(value))
      if (isMap || !literals.has(key)) visit(each, here, !isMap && maps.has(key));
  };

  const whole = opened("https://description.test/", document);
  visit(document, whole, false);

  const of = (schema: object): Resource => belongs.get(schema) ?? whole;
  const lookUp = (ref: string, from: object): { readonly target: Resource; readonly name: string } => {
    const { url, fragment } = resolved(ref, of(from));
    const target = resources.get(url);
    if (target === undefined) throw new Error(`there is no schema at ${url}`);
    return { target, name: fragment };
  };
  const found = ({ target, name }: ReturnType<typeof lookUp>): unknown => {
    const isPointer = name === "" || name.startsWith("/");
    const schema = isPointer
      ? valueAt(target.root, name)
      : (target.anchors.get(name) ?? target.dynamicAnchors.get(name));
    if (schema === undefined) throw new Error(`there is no schema at ${target.base}#${name}`);
    return schema;
  };

  return {
    of,
    referred: (ref, from) => found(lookUp(ref, from)),
    dynamicallyReferred: (ref, from, scope) => {
      const place = lookUp(ref, from);
      const isDynamic = ({ dynamicAnchors }: Resource): boolean => dynamicAnchors.has(place.name);
      if (!isDynamic(place.target)) return found(place);
      return (scope.find(isDynamic) ?? place.target).dynamicAnchors.get(place.name);
    },
  };
}

/** RFC 3986, section 5. */
function resolved(ref: string, { base }: Resource): { readonly url: string; readonly fragment: string } {
  const [url = "", fragment = ""] = new URL(ref, base).href.split("#");
  return { url, fragment: decodeURIComponent(fragment) };
}
