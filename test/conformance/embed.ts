/** Cases as component schemas of one OpenAPI description. */
import { type Json, type JsonObject, isObject } from "../../generator/json.js";
import { addressesOf } from "./addresses.js";
import { reachable, remoteComponents } from "./remotes.js";
import type { Case } from "./suite.js";

/** A case that can stand in a description. */
export interface EmbeddedCase extends Case {
  /** The name of its component. */
  readonly component: string;
  /** The addresses of the remote documents that it needs. */
  readonly remotes: ReadonlySet<string>;
}

/**
 * In the suite each schema is a document, and `#` is its root. Embedded, it needs an address of its own for that (JSON
 * Schema 2020-12 Core, section 9.3), unless it neither refers to anything nor can be referred to.
 */
export function embedCase(from: Case, file: string, index: number): EmbeddedCase {
  const base = `https://cases.test/${file}/${index}`;
  const found = addressesOf(from.schema, base);
  const isAddressed = found.declared.size + found.wanted.size > 0;
  const schema = isAddressed && isObject(from.schema) ? { $id: base, ...from.schema } : from.schema;
  const { declared, wanted } = addressesOf(schema, base);
  const remotes = reachable([...wanted].filter((url) => !declared.has(url)));
  return { ...from, schema, component: `case-${index}`, remotes };
}

/** The description whose components are the cases and the remote documents that they need. */
export function describeCases(cases: readonly EmbeddedCase[]): JsonObject {
  const remotes = new Set(cases.flatMap((each) => [...each.remotes]));
  const schemas: readonly (readonly [string, Json])[] = [
    ...cases.map(({ component, schema }) => [component, schema] as const),
    ...[...remotes].flatMap(remoteComponents),
  ];
  return {
    openapi: "3.1.0",
    info: { title: "Cases", version: "1" },
    components: { schemas: Object.fromEntries(schemas) },
  };
}

/** Whether the case is the component, or needs it. */
export const dependsOn = (each: EmbeddedCase, component: string): boolean =>
  each.component === component ||
  [...each.remotes].some((url) => remoteComponents(url).some(([name]) => name === component));
