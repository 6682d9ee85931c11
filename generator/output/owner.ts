/** Whose a file is that stands where one of the package belongs, by what is known of it: its path, its text and the record. */
import { header } from "../render/header.js";
import { isOther, manifestName } from "./manifest.js";

/** What is `left over` begins as our modules do and is in no record: a cache or a merge may have brought it back. */
export type Owner = "specwright" | "left over" | "somebody else";

/** `isKnown` says that the record has it, `isLoose` that it is one that stands in no record. */
export function ownerOf(
  path: string,
  text: string,
  { isKnown, isLoose }: { readonly isKnown: boolean; readonly isLoose: boolean },
): Owner {
  if (path === manifestName) return isOther(text) ? "somebody else" : "specwright";
  if (isKnown) return "specwright";
  if (isLoose) return path.endsWith(".js") && !isHeaded(text) ? "somebody else" : "specwright";
  return path.endsWith(".ts") && isHeaded(text) ? "left over" : "somebody else";
}

/** Whether a module is one of ours, or was compiled from one. */
export const isHeaded = (text: string): boolean => text.startsWith(header.trimEnd());
