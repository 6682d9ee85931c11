/** Plans the converters: of every schema, and of every parameter and header without one, that holds values of other types than on the wire. */
import { type Code, code, ident, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { type Conversions, conversionsOf } from "../model/conversion.js";
import type { ResponseHeader } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { pascalCase } from "../model/names.js";
import { type NamedSchema, type Schema, type SchemaTable, isPureRef, named } from "../model/schema.js";
import type { Webhook } from "../model/webhook.js";
import { type PrintCheck, printConverter } from "../print/converter.js";
import { converterValue, moduleOf, validatorValue } from "../print/symbols.js";
import { type StepsOf, type ValidatorPrinter, validatorPrinter } from "../print/validator.js";
import { stepsOf } from "../validate/steps-of.js";
import { ownedBy } from "./contents.js";

/** What the values without a schema of their own belong to: the operations of a resource, or all receivers (webhooks and callbacks). */
export type Owner = Resource | "receivers";

/** An operation or a webhook. */
type Named = Pick<Operation, "name">;

/** What is converted in a package, and by what. */
export interface Converters extends Conversions {
  /** The converter of the values of a content; undefined where they are as on the wire. */
  readonly ofContent: (schema: Schema | undefined) => Code | undefined;
  /** The converter of a value that holds no others, as a text or a number does not. */
  readonly ofValue: (schema: Schema | undefined) => Code | undefined;
  /** The converter of a parameter's value. */
  readonly ofParameter: (parameter: Parameter, operation: Named, owner: Owner) => Code | undefined;
  /** The converter of the value of a header of an answer. */
  readonly ofHeader: (
    header: ResponseHeader,
    status: string,
    operation: Operation,
    resource: Resource,
  ) => Code | undefined;
}

export function convertersOf(table: SchemaTable): Converters {
  const conversions = conversionsOf(table);
  const ofValue = (schema: Schema | undefined): Code | undefined => {
    const conversion = schema && conversions.of(schema);
    return conversion?.kind === "format" || conversion?.kind === "named"
      ? printConverter(conversion, table, () => code``)
      : undefined;
  };
  const ofInline = (schema: Schema, name: string, owner: Owner): Code | undefined => {
    const conversion = conversions.of(schema);
    if (conversion === undefined) return undefined;
    return ofValue(schema) ?? code`${valueFrom(inlineModule(owner), name)}`;
  };
  return {
    ...conversions,
    ofContent: (schema) =>
      schema?.ref !== undefined && conversions.converts(schema.ref)
        ? code`${converterValue(named(table, schema.ref))}`
        : undefined,
    ofValue,
    ofParameter: (parameter, operation, owner) =>
      ofInline(parameter.schema, parameterName(parameter, operation), owner),
    ofHeader: (header, status, operation, resource) =>
      ofInline(header.schema, headerName(header, status, operation), resource),
  };
}

const inlineModule = (owner: Owner): string =>
  owner === "receivers" ? "webhooks/converters" : `converters/parameters/${owner.file}`;

const headerName = ({ name }: ResponseHeader, status: string, operation: Operation): string =>
  `${operation.name}${pascalCase(name)}In${pascalCase(status)}Converter`;

type InlineSchema = readonly [name: string, schema: Schema];

/** The schemas without a name that an operation's parameters and the headers of its answers have, by converter. */
const inlineSchemas = (operation: Operation): readonly InlineSchema[] => [
  ...operation.parameters.map((each) => [parameterName(each, operation), each.schema] as const),
  ...operation.responses.flatMap(({ status, headers }) =>
    headers.map((each) => [headerName(each, status, operation), each.schema] as const),
  ),
];

/** The same of the parameters that a webhook comes with. */
const receivedSchemas = (webhook: Webhook): readonly InlineSchema[] =>
  (webhook.request?.parameters ?? []).map((each) => [parameterName(each, webhook), each.schema]);

const parameterName = ({ property, in: place }: Parameter, operation: Named): string =>
  `${operation.name}${pascalCase(property)}In${pascalCase(place)}Converter`;

/** One module a schema that stands by itself, one a resource for those of its operations, one for its parameters. */
export function planConverters(api: Api, converters: Converters): readonly Module[] {
  const steps = stepsOf(api.schemas);
  const own = [...api.schemas.values()].filter((each) => each.resource === undefined);
  return [
    ...own.map((each) => planModule(moduleOf(each, "converters"), [each], api.schemas, steps, converters)),
    ...api.resources.flatMap((resource) => [
      planModule(
        `converters/operations/${resource.file}`,
        ownedBy(resource, api.schemas),
        api.schemas,
        steps,
        converters,
      ),
      planInline(resource, resource.operations.flatMap(inlineSchemas), api.schemas, steps, converters),
    ]),
    planInline("receivers", api.webhooks.flatMap(receivedSchemas), api.schemas, steps, converters),
  ].filter((each) => each.declarations.length > 0);
}

function planModule(
  path: string,
  schemas: readonly NamedSchema[],
  table: SchemaTable,
  steps: StepsOf,
  converters: Converters,
): Module {
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
  return { path, declarations: [...printer.hoisted, ...declared] };
}

function planInline(
  owner: Owner,
  schemas: readonly InlineSchema[],
  table: SchemaTable,
  steps: StepsOf,
  converters: Converters,
): Module {
  const printer = validatorPrinter(table, [], steps);
  const declared = schemas.flatMap(([name, schema]) => {
    const kind = converters.of(schema)?.kind;
    if (kind === undefined || kind === "format" || kind === "named") return [];
    return declare(schema, name, undefined, table, converters, printer);
  });
  return { path: inlineModule(owner), declarations: [...printer.hoisted, ...declared] };
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
