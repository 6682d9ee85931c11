/** What writes values as pairs of a name and a text, in a query, a cookie or a form: a function of the runtime for each style. */
import { type Code, code, join, valueFrom } from "../code/code.js";
import type { FormStyle } from "../model/content.js";

const modules: Readonly<Record<FormStyle, string>> = {
  exploded: "exploded",
  joined: "delimited",
  spaceDelimited: "delimited",
  pipeDelimited: "delimited",
  deepObject: "deep-object",
};

/** The function of a style. */
export const pairWriter = (style: FormStyle): Code => code`${valueFrom(`runtime/${modules[style]}`, style)}`;

/** Its call. */
export function writeInStyle(style: FormStyle, values: Code, allowReserved: boolean): Code {
  const reserved = allowReserved ? [code`${valueFrom("runtime/reserved", "reserved")}`] : [];
  return code`${pairWriter(style)}(${join([values, ...reserved], ", ")})`;
}

/** Whether a style writes one pair, in which the members of an object are one list. */
export const isOnePair = (style: FormStyle): boolean => style !== "exploded" && style !== "deepObject";
