/** Runs conversions without printing them: how the generator proves that fixtures are valid when they are converted. */
import type { Conversion, Conversions } from "../model/conversion.js";
import { type Schema, type SchemaTable, named } from "../model/schema.js";
import { all, converter, fitting, items, members, tagged } from "../runtime/conversions.js";
import type { Converter } from "../runtime/converter.js";
import type { Check } from "../runtime/validator.js";
import { formatConverter } from "./run.js";

/** Gives the converter of a schema; undefined where its values are as on the wire. */
export function convertersOf(
  table: SchemaTable,
  conversions: Conversions,
  checkOf: (schema: Schema) => Check,
): (schema: Schema) => Converter | undefined {
  const known = new Map<string, Converter>();

  const ofNamed = (id: string): Converter => {
    const made = known.get(id) ?? converter(() => run(conversionOf(named(table, id).schema)));
    known.set(id, made);
    return made;
  };

  const conversionOf = (schema: Schema): Conversion => conversions.of(schema) ?? { kind: "all", parts: [] };

  const maybe = (conversion: Conversion | undefined): Converter | undefined => conversion && run(conversion);

  /** What stays as it is has no converter. */
  const pair = <T>(first: T, second: Conversion | undefined): readonly [T, Converter?] =>
    second === undefined ? [first] : [first, run(second)];

  const run = (conversion: Conversion): Converter => {
    switch (conversion.kind) {
      case "format":
        return formatConverter(conversion.converter);
      case "named":
        return ofNamed(conversion.id);
      case "items":
        return items(maybe(conversion.rest), conversion.heads.map(maybe));
      case "members":
        return members(
          Object.fromEntries(conversion.named.map(([name, each]) => [name, maybe(each)])),
          maybe(conversion.rest),
          conversion.patterns.map(([{ source, flags }, each]) => pair(new RegExp(source, flags), each)),
        );
      case "all":
        return all(...conversion.parts.map(run));
      case "tagged":
        return tagged(
          conversion.property,
          conversion.branches.map(([tags, each]) => [tags, run(each)]),
        );
      case "fitting":
        return fitting(conversion.branches.map((each) => pair(checkOf(each.schema), each.conversion)));
    }
  };

  return (schema) => maybe(conversions.of(schema));
}
