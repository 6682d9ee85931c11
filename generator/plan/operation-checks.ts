/** Plans the checks: what requests and answers of each operation must be like. */
import { referenceTo } from "../documents.js";
import { type Code, code, ident, join, literal, object, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { isStream } from "../model/content.js";
import { type Parameter, explodesByDefault, locationStyles } from "../model/parameter.js";
import { type SchemaTable, named } from "../model/schema.js";
import { validatorValue } from "../print/symbols.js";
import { contentResponses, statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import type { InlineNames } from "./inline-schemas.js";
import type { LazyModule } from "./lazy-modules.js";
import { hasHeaderRules, parameterValidator } from "./parameter-validators.js";
import { printBodyReader, printReadConversion } from "./body-reader.js";
import { printTextRules, valueRules } from "./text-rules.js";

/** One module a resource. */
export function planOperationChecks(
  api: Api,
  inline: InlineNames,
  converters: Converters,
  lazy: LazyModule,
): readonly Module[] {
  return api.resources.map((resource) =>
    lazy(checksModule(resource), resource, () =>
      resource.operations.map((each) => declareChecks(each, resource, inline, api.schemas, converters)),
    ),
  );
}

/** The constant that holds the checks of an operation. */
export const checksName = (operation: Operation): string => `${operation.name}Checks`;

/** The module that holds the checks of a resource's operations. */
export const checksModule = (resource: Resource): string => `checks/${resource.file}`;

function declareChecks(
  operation: Operation,
  resource: Resource,
  inline: InlineNames,
  table: SchemaTable,
  converters: Converters,
): Declaration {
  const body = printBodyReader(operation, table, converters);
  const entries = [
    code`method: ${str(operation.verb)}`,
    code`path: ${str(operation.path)}`,
    code`parameters: ${printParameters(operation.parameters, inline, table, converters)}`,
    ...(body === undefined ? [] : [code`body: ${body}`]),
    ...printHeaders(operation, inline, table),
    ...printSeries(operation, table),
    ...(contentResponses(operation).length === 0
      ? []
      : [code`responses: ${valueFrom(`validators/operations/${resource.file}`, operation.responsesType)}`]),
  ];
  return {
    kind: "const",
    exported: true,
    name: checksName(operation),
    docs: code`What calls of \`${ident(operation.name)}\` send and get.`,
    type: code`${typeFrom("runtime/route", "OperationChecks")}`,
    value: object(entries),
  };
}

/** What is checked of the headers of answers; a status without some is named, so that `default` does not speak of it. */
function printHeaders({ responses }: Operation, inline: InlineNames, table: SchemaTable): readonly Code[] {
  const checked = responses.map(({ status, headers }) => ({
    status,
    headers: headers.filter((each) => each.required || hasHeaderRules(each, table)),
  }));
  if (checked.every((each) => each.headers.length === 0)) return [];
  const entries = checked.map(({ status, headers }) => {
    const all = headers.map((each) =>
      object([
        code`name: ${str(each.name)}`,
        ...(each.required ? [code`required: true`] : []),
        code`place: ${str(referenceTo(each.schema.pointer))}`,
        ...(hasHeaderRules(each, table) ? [code`validator: ${parameterValidator(each, inline, table)}`] : []),
      ]),
    );
    return code`${statusKey(status)}: [${join(all, ", ")}]`;
  });
  return [code`headers: ${object(entries)}`];
}

/** What is checked of answers that are a series. */
function printSeries({ responses }: Operation, table: SchemaTable): readonly Code[] {
  const entries = responses.flatMap(({ status, contents }) => {
    const [content, ...others] = contents.filter(isStream);
    const ref = content?.schema?.ref;
    if (content === undefined || ref === undefined || others.some((each) => each.schema?.ref !== ref))
      return [];
    return [
      code`${statusKey(status)}: ${object([
        code`validator: ${validatorValue(named(table, ref))}`,
        ...(content.codec === "events" ? [code`events: true`] : []),
        ...(content.data === "loose" ? [code`loose: true`] : []),
      ])}`,
    ];
  });
  return entries.length === 0 ? [] : [code`series: ${object(entries)}`];
}

/** How a server reads the parameters of a request. */
export function printParameters(
  parameters: readonly Parameter[],
  inline: InlineNames,
  table: SchemaTable,
  converters: Converters,
): Code {
  const printed = parameters.map((each) => {
    const conversion = printReadConversion(each.json, each.schema, converters.ofInline(each), converters);
    return printParameter(each, inline, table, conversion);
  });
  return code`[${join(printed, ", ")}]`;
}

function printParameter(
  parameter: Parameter,
  inline: InlineNames,
  table: SchemaTable,
  conversion: readonly Code[],
): Code {
  const { name, property, required, schema, json } = parameter;
  const rules = json ? undefined : printTextRules(valueRules([schema], table));
  return object([
    code`in: ${str(parameter.in)}`,
    code`name: ${str(name)}`,
    ...(property === name ? [] : [code`property: ${str(property)}`]),
    ...(required ? [code`required: true`] : []),
    ...printSerialization(parameter),
    ...(rules === undefined ? [] : [code`reads: ${rules}`]),
    ...conversion,
    code`validator: ${parameterValidator(parameter, inline, table)}`,
  ]);
}

/** What is not the usual way of the place, as far as it makes a difference. */
function printSerialization(parameter: Parameter): readonly Code[] {
  const { style, explode, json, whole, objects, arrays } = parameter;
  if (json || whole) return [...(json ? [code`json: true`] : []), ...(whole ? [code`whole: true`] : [])];
  const usual = locationStyles[parameter.in][0];
  const isUsual = explode === explodesByDefault(style) || style === "deepObject" || !(objects || arrays);
  return [
    ...(style === usual ? [] : [code`style: ${str(style)}`]),
    ...(isUsual ? [] : [code`explode: ${literal(explode)}`]),
  ];
}
