/** Plans the validators of parameters whose schemas have no name of their own. */
import { type Code, code, str, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Declaration, Module } from "../code/module.js";
import type { Api } from "../model/api.js";
import { meantTypes } from "../model/allowed-types.js";
import type { ResponseHeader } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { type NamedSchema, type SchemaTable, hasRules, isPureRef, named } from "../model/schema.js";
import { validatorValue } from "../print/symbols.js";
import { printType } from "../print/type.js";
import { validatorPrinter } from "../print/validator.js";
import { type StepsOf, placeOf, stepsOf } from "../validate/steps-of.js";
import { type InlineHome, type InlineNames, atHome, inlineHomes } from "./inline-schemas.js";
import type { LazyModule } from "./lazy-modules.js";
import { declaresAny } from "./outline.js";

/** One module for each home of such parameters. */
export function planParameterValidators(api: Api, inline: InlineNames, lazy: LazyModule): readonly Module[] {
  const steps = stepsOf(api.schemas);
  return inlineHomes(inline)
    .map((home) => atHome(home.validators, home, lazy, () => declareHome(home, inline, api.schemas, steps)))
    .filter(declaresAny);
}

/** Whether a header of an answer can have a value that it should not: objects stay texts, and any text is one. */
export function hasHeaderRules({ schema, json }: ResponseHeader, table: SchemaTable): boolean {
  const { types, ...rest } = schema;
  const isText = types?.join() === "string" && !hasRules(rest);
  return !isText && hasRules(schema) && (json || !meantTypes(schema, table).has("object"));
}

/** What checks the values of a parameter, or of a header of an answer. */
export function parameterValidator(
  parameter: Parameter | ResponseHeader,
  inline: InlineNames,
  table: SchemaTable,
): Code {
  const { schema } = parameter;
  if (isPureRef(schema)) return code`${validatorValue(named(table, schema.ref))}`;
  const own = inline.get(parameter);
  if (own === undefined) throw new Error(`bug: the schema of ${parameter.name} has no name`);
  return code`${valueFrom(own.home.validators, own.name)}`;
}

const isParameter = (owner: Parameter | ResponseHeader): owner is Parameter => "in" in owner;

function declareHome(
  home: InlineHome,
  inline: InlineNames,
  table: SchemaTable,
  steps: StepsOf,
): readonly Declaration[] {
  const schemas = [...inline].flatMap(([owner, own]): readonly NamedSchema[] => {
    if (own.home !== home || !(isParameter(owner) || hasHeaderRules(owner, table))) return [];
    const { schema } = owner;
    return [{ id: schema.pointer, name: own.name, factory: own.name, file: own.name, schema }];
  });
  const printer = validatorPrinter(table, schemas, steps);
  const validators = schemas.map((each): ConstDeclaration => ({
    kind: "const",
    exported: true,
    name: each.name,
    type: code`${typeFrom("runtime/validator", "Validator")}<${printType(each.schema, table)}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/validator", "validator")}(${str(placeOf(each.schema, table))}, ${printer.print(each)})`,
  }));
  return [...printer.hoisted, ...validators];
}
