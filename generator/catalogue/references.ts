/** What is wrong with references and identifiers. */
import { type Rule, error } from "./rule.js";

export const references = {
  "ref-unresolved": error("the reference points to nothing", "correct the reference or add what it names"),
  "ref-kind": error(
    "the reference leads to something of another kind",
    "refer to what is wanted in this place, or put the reference where what it leads to belongs",
  ),
  "ref-unreadable": error(
    "the document that is referred to cannot be read",
    "correct the reference, or add the document",
  ),
  "ref-denied": error(
    "references may not lead there",
    "allow the folder or the host in `references` of the configuration, or bring the document into the description's folder",
  ),
  "ref-offline": error(
    "the document that is referred to is on the network",
    "run without --offline, or keep a copy of it in a file",
  ),
  "ref-cycle": error("the reference leads back to itself", "let the chain of references end in a definition"),
  "schema-id": error(
    "the identifier is not an absolute URI without fragment, or is used twice",
    "give each `$id`, `$anchor` and `$dynamicAnchor` a name of its own (JSON Schema 2020-12 Core, section 8.2)",
  ),
  "schema-explosion": error(
    "too many schemas apply to one value, because they refer to each other in many ways",
    "refer to each schema once",
  ),
} as const satisfies Record<string, Rule>;
