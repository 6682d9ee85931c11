/** Plans the validators of parameters whose schemas have no name of their own. */
import { type Code, code, str, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Module } from "../code/module.js";
import type { Api, Resource } from "../model/api.js";
import type { Parameter } from "../model/parameter.js";
import { type NamedSchema, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { validatorValue } from "../print/symbols.js";
import { printType } from "../print/type.js";
import { validatorPrinter } from "../print/validator.js";
import { type StepsOf, placeOf, stepsOf } from "../validate/steps-of.js";
import type { InlineNames } from "./inline-schemas.js";

/** One module a resource that has such parameters. */
export function planParameterValidators(api: Api, inline: InlineNames): readonly Module[] {
  const steps = stepsOf(api.schemas);
  return api.resources
    .map((each) => planResource(each, inline, api.schemas, steps))
    .filter((each) => each.declarations.length > 0);
}

/** What checks the values of a parameter. */
export function parameterValidator(parameter: Parameter, inline: InlineNames, table: SchemaTable): Code {
  const { schema } = parameter;
  if (isPureRef(schema)) return code`${validatorValue(named(table, schema.ref))}`;
  const own = inline.get(parameter);
  if (own === undefined) throw new Error(`bug: the schema of ${parameter.name} has no name`);
  return code`${valueFrom(parametersModule(own.resource), own.name)}`;
}

const parametersModule = (resource: Resource): string => `checks/parameters/${resource.file}`;

function planResource(resource: Resource, inline: InlineNames, table: SchemaTable, steps: StepsOf): Module {
  const parameters = resource.operations.flatMap((each) => each.parameters);
  const schemas = parameters.flatMap((each): readonly NamedSchema[] => {
    const name = inline.get(each)?.name;
    if (name === undefined) return [];
    return [{ id: each.schema.pointer, name, factory: name, file: resource.file, schema: each.schema }];
  });
  const printer = validatorPrinter(table, schemas, steps);
  const validators = schemas.map((each): ConstDeclaration => ({
    kind: "const",
    exported: true,
    name: each.name,
    type: code`${typeFrom("runtime/validator", "Validator")}<${printType(each.schema, table)}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/validator", "validator")}(${str(`#${placeOf(each.schema, table)}`)}, ${printer.print(each)})`,
  }));
  return { path: parametersModule(resource), declarations: [...printer.hoisted, ...validators] };
}
