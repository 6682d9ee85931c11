/** Answers that come in one of several media types. */
import type { Decode } from "./client.js";
import { text, unexpected } from "./decode.js";
import { covers, essence } from "./media-type.js";

/**
 * Reads an answer by its media type, parameters aside; `decoders` holds how, by media type or range. An answer that does
 * not say of which type it is, is read as the first.
 */
export function byType(decoders: Readonly<Record<string, Decode>>): Decode {
  return async (response, call) => {
    const documented = Object.keys(decoders);
    const given = essence(response.headers.get("content-type") ?? documented[0] ?? "");
    const found =
      documented.find((each) => essence(each) === given) ??
      documented.find((each) => covers(each, given) || isBuiltOn(each, given));
    const decode = decoders[found ?? ""];
    if (decode !== undefined) return decode(response, call);
    const body = await text(response);
    throw unexpected(documented.join(" or "), response, body);
  };
}

/** A structured syntax (RFC 6839) stands for the types that end in it. */
const isBuiltOn = (syntax: string, type: string): boolean =>
  type.endsWith(`+${/^application\/(json|xml)$/.exec(essence(syntax))?.[1] ?? " "}`);
