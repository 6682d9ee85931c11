/** Answers that are read by their status. */
import type { Decode } from "./client.js";
import { json } from "./decode.js";

/** Reads an answer by its status; `decoders` holds how, by status, range or `default`. As JSON where nothing is given. */
export function byStatus(decoders: Readonly<Record<string, Decode>>): Decode {
  return (response, call) => {
    const { status } = response;
    const decode = decoders[status] ?? decoders[`${String(status)[0]}XX`] ?? decoders["default"] ?? json;
    return decode(response, call);
  };
}
