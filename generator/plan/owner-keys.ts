/** What tells the owners of modules apart: schemas and resources, each with all that it leads to. */
import { digest } from "../digest.js";
import type { Resource } from "../model/api.js";
import type { NamedSchema, SchemaId, SchemaTable } from "../model/schema.js";
import { ownedBy } from "./contents.js";

export type Owner = NamedSchema | Resource;

/** Equal for an owner of two descriptions where nothing that it leads to differs, so that the same is planned of it. */
export type KeyOf = (owner: Owner) => string;

/** `keys` are those of schemas. */
export function ownerKeys(table: SchemaTable, keys: ReadonlyMap<SchemaId, string>): KeyOf {
  const resources = new Map<Resource, string>();
  const keyOf = (id: SchemaId): string => keys.get(id) ?? "";
  return (owner) => {
    if (!("operations" in owner)) return keyOf(owner.id);
    const key = resources.get(owner) ?? keyOfResource(owner, table, keyOf);
    resources.set(owner, key);
    return key;
  };
}

function keyOfResource(resource: Resource, table: SchemaTable, keyOf: (id: SchemaId) => string): string {
  const refs = new Set(ownedBy(resource, table).map((each) => each.id));
  const text = JSON.stringify(resource, (key, value: unknown) => {
    if (key === "ref" && typeof value === "string" && table.has(value)) refs.add(value);
    return value;
  });
  return digest(JSON.stringify([text, [...refs].map((id) => [id, keyOf(id)])]));
}
