/** Answers that come in one of several media types. */
import type { Decode } from "./client.js";
import { text } from "./decode.js";
import { ResponseError } from "./errors.js";

/**
 * Reads an answer by its media type, parameters aside; `decoders` holds how, by media type or range. An answer that does
 * not say of which type it is, is read as the first.
 */
export function byType(decoders: Readonly<Record<string, Decode>>): Decode {
  return async (response, call) => {
    const documented = Object.keys(decoders);
    const given = essence(response.headers.get("content-type") ?? documented[0] ?? "");
    const found =
      documented.find((each) => essence(each) === given) ?? documented.find((each) => covers(each, given));
    const decode = decoders[found ?? ""];
    if (decode !== undefined) return decode(response, call);
    const body = await text(response);
    if (body === "") return undefined;
    throw new ResponseError(`expected ${documented.join(" or ")} and got ${given}`, response, body);
  };
}

/** RFC 9110, section 8.3.1: types are compared without their parameters, in any case. */
const essence = (type: string): string =>
  type
    .replace(/\s*;.*/s, "")
    .trim()
    .toLowerCase();

/** A range covers what begins like it; a structured syntax (RFC 6839) covers types that end in it. */
const covers = (range: string, type: string): boolean =>
  type.startsWith(/^[^*]*(?=\*)/.exec(range)?.[0] ?? " ") ||
  type.endsWith(`+${/^application\/(json|xml)$/.exec(essence(range))?.[1] ?? " "}`);
