/** Where the converters of formats live in the runtime. */
import { type Code, code, valueFrom } from "../code/code.js";
import type { ConverterName } from "../model/formats.js";

const modules: Readonly<Record<ConverterName, string>> = {
  base64: "base64",
  base64Url: "base64",
  dateTime: "dates",
  int64: "integers",
  rfc2822: "dates",
  uint64: "integers",
};

/** The converter of a format, as an expression. */
export function printFormatConverter(name: ConverterName): Code {
  return code`${valueFrom(`runtime/${modules[name]}`, name, `${name}Converter`)}`;
}
