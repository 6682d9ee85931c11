/** The addresses that a schema gives to its parts, and those that it refers to. */
import { type Json, isArray, isObject } from "../../generator/json.js";

export interface Addresses {
  /** `$id` and anchors, resolved (JSON Schema 2020-12 Core, sections 8.2.1 and 8.2.2). */
  readonly declared: ReadonlySet<string>;
  /** The documents that `$ref`, `$dynamicRef` or a metaschema of its own lead to, without fragments. */
  readonly wanted: ReadonlySet<string>;
}

/** What every schema of the suite speaks anyway. */
const metaschema = "https://json-schema.org/draft/2020-12/schema";

/**
 * The addresses in a schema that was retrieved from `base`. Values of `const` and unknown keywords are searched as
 * well: at worst, a remote document too many is embedded.
 */
export function addressesOf(schema: Json, base: string): Addresses {
  const declared = new Set<string>();
  const wanted = new Set<string>();
  const visit = (value: Json, outer: string): void => {
    if (isArray(value)) for (const each of value) visit(each, outer);
    if (!isObject(value)) return;
    const { $id, $anchor, $dynamicAnchor, $ref, $dynamicRef, $schema } = value;
    const here = typeof $id === "string" ? resolve($id, outer) : outer;
    if (typeof $id === "string") declared.add(here);
    for (const anchor of [$anchor, $dynamicAnchor])
      if (typeof anchor === "string") declared.add(`${here}#${anchor}`);
    for (const reference of [$ref, $dynamicRef, $schema === metaschema ? undefined : $schema])
      if (typeof reference === "string") wanted.add(resolve(reference, here).replace(/#.*$/s, ""));
    for (const each of Object.values(value)) visit(each, here);
  };
  visit(schema, base);
  return { declared, wanted };
}

/** RFC 3986, section 5. A base that nothing can be relative to (a `urn:`) leaves the reference as it is. */
function resolve(reference: string, base: string): string {
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}
