/** Plans the converters: of every schema, and of every parameter and header without one, that holds values of other types than on the wire. */
import { type Code, code, ident, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Declaration, Module } from "../code/module.js";
import type { Api } from "../model/api.js";
import { type Conversions, conversionsOf } from "../model/conversion.js";
import type { ResponseHeader } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { type NamedSchema, type Schema, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { type PrintCheck, printConverter } from "../print/converter.js";
import { converterValue, validatorValue } from "../print/symbols.js";
import { type ValidatorPrinter, validatorPrinter } from "../print/validator.js";
import { type StepsOf, stepsOf } from "../validate/steps-of.js";
import { ownedBy } from "./contents.js";
import { type InlineHome, type InlineName, type InlineNames, atHome, inlineHomes } from "./inline-schemas.js";
import type { LazyModule } from "./lazy-modules.js";
import { declaresAny } from "./outline.js";
import { ownerModules } from "./owner-modules.js";

/** What is converted in a package, and by what. */
export interface Converters extends Conversions {
  /** The converter of the values of a content; undefined where they are as on the wire. */
  readonly ofContent: (schema: Schema | undefined) => Code | undefined;
  /** The converter of a value that holds no others, as a text or a number does not. */
  readonly ofValue: (schema: Schema | undefined) => Code | undefined;
  /** The converter of the value of a parameter or of a header of an answer. */
  readonly ofInline: (owner: Parameter | ResponseHeader) => Code | undefined;
}

export function convertersOf(table: SchemaTable, inline: InlineNames): Converters {
  const conversions = conversionsOf(table);
  const ofValue = (schema: Schema | undefined): Code | undefined => {
    const conversion = schema && conversions.of(schema);
    return conversion?.kind === "format" || conversion?.kind === "named"
      ? printConverter(conversion, table, () => code``)
      : undefined;
  };
  return {
    ...conversions,
    ofContent: (schema) =>
      schema?.ref !== undefined && conversions.converts(schema.ref)
        ? code`${converterValue(named(table, schema.ref))}`
        : undefined,
    ofValue,
    ofInline: (owner) => {
      const own = conversions.of(owner.schema) && inline.get(owner);
      return ofValue(owner.schema) ?? (own && code`${valueFrom(own.home.converters, inlineName(own))}`);
    },
  };
}

const inlineName = ({ name }: InlineName): string => `${name}Converter`;

/** One module a schema that stands by itself, one a resource for those of its operations, one for its parameters. */
export function planConverters(
  api: Api,
  inline: InlineNames,
  converters: Converters,
  lazy: LazyModule,
): readonly Module[] {
  const table = api.schemas;
  const steps = stepsOf(table);
  const modules = ownerModules("converters", api, lazy, {
    ofSchema: (each) => declareConverters([each], table, steps, converters),
    ofResource: (each) => declareConverters(ownedBy(each, table), table, steps, converters),
  });
  const inlineModules = inlineHomes(inline).map((home) =>
    atHome(home.converters, home, lazy, () => declareInline(home, inline, table, steps, converters)),
  );
  return [...modules, ...inlineModules.filter(declaresAny)];
}

function declareConverters(
  schemas: readonly NamedSchema[],
  table: SchemaTable,
  steps: StepsOf,
  converters: Converters,
): readonly Declaration[] {
  const printer = validatorPrinter(table, schemas, steps);
  const declared = schemas.flatMap(({ factory, name, schema }) =>
    declare(
      schema,
      `${factory}Converter`,
      code`Between \`${ident(name)}\` and what stands on the wire.`,
      table,
      converters,
      printer,
    ),
  );
  return [...printer.hoisted, ...declared];
}

function declareInline(
  home: InlineHome,
  inline: InlineNames,
  table: SchemaTable,
  steps: StepsOf,
  converters: Converters,
): readonly Declaration[] {
  const printer = validatorPrinter(table, [], steps);
  const declared = [...inline].flatMap(([{ schema }, own]) => {
    if (own.home !== home) return [];
    const kind = converters.of(schema)?.kind;
    if (kind === undefined || kind === "format" || kind === "named") return [];
    return declare(schema, inlineName(own), undefined, table, converters, printer);
  });
  return [...printer.hoisted, ...declared];
}

function declare(
  schema: Schema,
  name: string,
  docs: Code | undefined,
  table: SchemaTable,
  converters: Converters,
  printer: ValidatorPrinter,
): readonly ConstDeclaration[] {
  const conversion = converters.of(schema);
  if (conversion === undefined) return [];
  const check: PrintCheck = (branch) =>
    isPureRef(branch)
      ? code`${validatorValue(named(table, branch.ref))}.run`
      : printer.print({ id: branch.pointer, name, factory: `${name} branch`, file: "", schema: branch });
  const made = printConverter(conversion, table, check);
  return [
    {
      kind: "const",
      exported: true,
      name,
      docs,
      type: code`${typeFrom("runtime/converter", "Converter")}`,
      value: code`/* @__PURE__ */ ${valueFrom("runtime/conversions", "converter")}(() => ${made})`,
    },
  ];
}
