/** Prints conversions as expressions of the runtime's converters. */
import { type Code, code, join, key, literal, regex, str, valueFrom } from "../code/code.js";
import type { Conversion } from "../model/conversion.js";
import { type Schema, type SchemaTable, named } from "../model/schema.js";
import { printFormatConverter } from "./format-converter.js";
import { converterValue } from "./symbols.js";

/** The function that checks a value of a schema, as an expression. */
export type PrintCheck = (schema: Schema) => Code;

/** The expression of a converter. */
export function printConverter(conversion: Conversion, table: SchemaTable, check: PrintCheck): Code {
  const print = (each: Conversion | undefined): Code =>
    each === undefined ? code`undefined` : printConverter(each, table, check);
  const call = (name: string, ...args: readonly Code[]): Code =>
    code`${valueFrom("runtime/conversions", name)}(${join(args, ", ")})`;
  const list = (all: readonly Code[]): Code => code`[${join(all, ", ")}]`;
  const pair = (first: Code, second: Conversion | undefined): Code =>
    list(second === undefined ? [first] : [first, print(second)]);
  switch (conversion.kind) {
    case "format":
      return printFormatConverter(conversion.converter);
    case "named":
      return code`${converterValue(named(table, conversion.id))}`;
    case "items": {
      const { heads, rest } = conversion;
      return call("items", print(rest), ...(heads.length === 0 ? [] : [list(heads.map(print))]));
    }
    case "members": {
      const { named: properties, rest, patterns } = conversion;
      const entries = properties.map(([name, each]) => code`${key(name)}: ${print(each)}`);
      const object = entries.length === 0 ? code`{}` : code`{ ${join(entries, ", ")} }`;
      const matched = list(patterns.map(([pattern, each]) => pair(regex(pattern), each)));
      return call(
        "members",
        object,
        ...(rest === undefined && patterns.length === 0 ? [] : [print(rest)]),
        ...(patterns.length === 0 ? [] : [matched]),
      );
    }
    case "all":
      return call("all", ...conversion.parts.map(print));
    case "tagged": {
      const branches = conversion.branches.map(([tags, each]) => pair(literal(tags), each));
      return call("tagged", str(conversion.property), list(branches));
    }
    case "fitting":
      return call(
        "fitting",
        list(conversion.branches.map((each) => pair(check(each.schema), each.conversion))),
      );
  }
}
