/** Answers that are texts of other values than strings. */
import type { Decode } from "./client.js";
import { text } from "./decode.js";
import { type TextRules, readings } from "./readings.js";

/** The value of the first type that a text has; a text that has none stays one. */
export function textAs(rules: TextRules): Decode {
  return async (response) => {
    const found = await text(response);
    return readings([found], [found], rules)[0];
  };
}
