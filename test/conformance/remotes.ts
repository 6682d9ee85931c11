/** Documents that schemas refer to, as component schemas that are found at the addresses where they are expected. */
import type { Json, JsonObject } from "../../generator/json.js";
import { addressesOf } from "./addresses.js";
import { readRemotes } from "./suite.js";

const remotes = readRemotes();

/** Which remote documents stand at these addresses, and which they refer to in turn. */
export function reachable(wanted: Iterable<string>): ReadonlySet<string> {
  const found = new Set([...wanted].filter((url) => remotes.has(url)));
  for (const url of found)
    for (const next of addressesOf(remoteAt(url), url).wanted) if (remotes.has(next)) found.add(next);
  return found;
}

/** The components, by name, that make a remote document known at its address. */
export function remoteComponents(url: string): readonly (readonly [string, Json])[] {
  const name = url.replace(/[^A-Za-z0-9]+/g, "-");
  const { $id = url, ...rest } = remoteAt(url);
  const document = [name, { $id, ...rest }] as const;
  // One that calls itself otherwise is known by both names. Nothing in the suite points into it by the other one.
  return $id === url ? [document] : [document, [`${name}-retrieved`, { $id: url, $ref: $id }]];
}

function remoteAt(url: string): JsonObject {
  const document = remotes.get(url);
  if (document === undefined) throw new Error(`there is no remote document at ${url}`);
  return document;
}
