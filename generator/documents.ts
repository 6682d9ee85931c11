/** A description of several documents as one value: the others stand in the first, below a name that no description has. */
import { joinPointer, splitPointer } from "./json.js";

/** A document, and where in the whole it stands. */
export interface Document {
  /** What references in it are relative to, without a fragment (RFC 3986, section 5.1). */
  readonly uri: string;
  readonly pointer: string;
}

/** The member of the first document that holds the others, by name. */
export const documentsKey = "$documents";

/** Where a document stands that is not the first. */
export const documentPointer = (name: string): string => joinPointer("", documentsKey, name);

/** A pointer taken apart. */
export interface Place {
  /** The name of the document; undefined for the first. */
  readonly document: string | undefined;
  /** The pointer in that document. */
  readonly pointer: string;
}

/** The document that a pointer leads into, and the pointer in it. */
export function placeIn(pointer: string): Place {
  const prefix = `/${documentsKey}/`;
  if (!pointer.startsWith(prefix)) return { document: undefined, pointer };
  const end = `${pointer}/`.indexOf("/", prefix.length);
  return { document: splitPointer(pointer.slice(0, end)).at(-1), pointer: pointer.slice(end) };
}

/** A pointer as a reference from the first document: `#/components/schemas/Pet`, `pet.yaml#/properties/name`. */
export function referenceTo(pointer: string): string {
  const { document = "", pointer: rest } = placeIn(pointer);
  return `${document}#${rest}`;
}
