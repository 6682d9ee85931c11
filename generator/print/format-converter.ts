/** Where the converters of formats live. */
import { type Code, code, valueFrom } from "../code/code.js";
import type { ConverterName, ConverterRef } from "../model/formats.js";
import { ownConverter } from "./own-format.js";

/** The modules of the runtime. */
const modules: Readonly<Record<ConverterName, string>> = {
  base64: "base64",
  base64Url: "base64",
  dateTime: "dates",
  int64: "integers",
  rfc2822: "dates",
  uint64: "integers",
};

/** The converter of a format, as an expression. */
export function printFormatConverter(by: ConverterRef): Code {
  return typeof by === "string"
    ? code`${valueFrom(`runtime/${modules[by]}`, by, `${by}Converter`)}`
    : code`${ownConverter(by)}`;
}
