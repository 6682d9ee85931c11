/** Plans the validators: of every schema, every request body and every response. */
import { type Code, code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { type NamedSchema, type SchemaTable, named } from "../model/schema.js";
import { converterValue, modelType, validatorValue } from "../print/symbols.js";
import { printDocs } from "../print/type.js";
import { type ValidatorPrinter, validatorPrinter } from "../print/validator.js";
import { type StepsOf, placeOf, stepsOf } from "../validate/steps-of.js";
import { type PassedOn, barrelWithRuntime } from "./barrel.js";
import { bodyAlias, contentResponses, exceptMixed, ownedBy, statusKey, statusLiteral } from "./contents.js";
import type { Converters } from "./converters.js";
import type { LazyModule } from "./lazy-modules.js";
import { ownerModules } from "./owner-modules.js";

/** What users of validators need of the runtime. */
const passedOn: readonly PassedOn[] = [
  ["runtime/issue", [{ name: "Issue", type: true }]],
  ["runtime/tolerant", [{ name: "tolerant", type: false }]],
  [
    "runtime/validator",
    [
      { name: "Infer", type: true },
      { name: "ValidationError", type: false },
      { name: "Validator", type: true },
    ],
  ],
];

export function planValidators(api: Api, converters: Converters, lazy: LazyModule): readonly Module[] {
  const table = api.schemas;
  const source = { steps: stepsOf(table), converters };
  const modules = ownerModules("validators", api, lazy, {
    ofSchema: (each) => declareValidators([each], table, source),
    ofResource: (each) => declareResource(each, table, source),
  });
  return [...modules, barrelWithRuntime("validators/index", modules, table, passedOn)];
}

/** What validators are made of. */
interface Source {
  readonly steps: StepsOf;
  readonly converters: Converters;
}

function declareResource(resource: Resource, table: SchemaTable, source: Source): readonly Declaration[] {
  return [
    ...declareValidators(ownedBy(resource, table), table, source),
    ...resource.operations.flatMap((each) => [
      ...bodyAlias(each, table, "validators"),
      ...declareResponses(each, resource, table, source.converters),
    ]),
  ];
}

/** The validators of one module, after what they have in common. */
function declareValidators(
  schemas: readonly NamedSchema[],
  table: SchemaTable,
  { steps, converters }: Source,
): readonly Declaration[] {
  const printer = validatorPrinter(table, schemas, steps);
  const validators = schemas.flatMap((each) => declareValidator(each, table, printer, converters));
  return [...printer.hoisted, ...validators];
}

/** The type and the validator under one name. */
function declareValidator(
  schema: NamedSchema,
  table: SchemaTable,
  printer: ValidatorPrinter,
  converters: Converters,
): readonly Declaration[] {
  const model = modelType(schema);
  const docs = printDocs(schema.schema);
  const bare = validatorOf(schema, table, code`${model}`, printer.print(schema));
  return [
    { kind: "type", name: schema.name, docs, type: code`${model}` },
    {
      kind: "const",
      exported: true,
      name: schema.name,
      docs,
      ...(converters.converts(schema.id) ? readingValidatorOf(schema, code`${model}`, bare.value) : bare),
    },
  ];
}

function validatorOf(
  { schema }: NamedSchema,
  table: SchemaTable,
  model: Code,
  check: Code,
): { readonly type: Code; readonly value: Code } {
  return {
    type: code`${typeFrom("runtime/validator", "Validator")}<${model}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/validator", "validator")}(${str(placeOf(schema, table))}, ${check})`,
  };
}

/** The converter is asked for late: it may need validators to choose a branch. */
function readingValidatorOf(
  schema: NamedSchema,
  model: Code,
  bare: Code,
): { readonly type: Code; readonly value: Code } {
  return {
    type: code`${typeFrom("runtime/validator", "Validator")}<${model}, ${typeFrom("runtime/converter", "Wire")}<${model}>>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/reading-validator", "readingValidator")}<${model}>(${bare}, () => ${converterValue(schema)})`,
  };
}

function declareResponses(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): readonly Declaration[] {
  const responses = contentResponses(operation);
  if (responses.length === 0) return [];
  const name = operation.responsesType;
  const model = typeFrom(`operations/${resource.file}`, name, `${name}Model`);
  const entries = responses.map(
    ({ status, ref }) => code`${statusKey(status)}: ${validatorValue(named(table, ref))}`,
  );
  return [
    {
      kind: "const",
      exported: true,
      name,
      docs: code`Validators of the answers of \`${ident(operation.name)}\`, by status.`,
      type: exceptMixed(responsesType(code`${model}`, responses, converters), operation),
      value: code`{ ${join(entries, ", ")} }`,
    },
  ];
}

function responsesType(
  model: Code,
  responses: ReturnType<typeof contentResponses>,
  { converts }: Converters,
): Code {
  const reading = responses.filter(({ ref }) => converts(ref)).map(({ status }) => statusLiteral(status));
  return reading.length === 0
    ? code`${typeFrom("runtime/validator", "ResponseValidators")}<${model}>`
    : code`${typeFrom("runtime/reading-validator", "ReadingResponseValidators")}<${model}, ${join(reading, " | ")}>`;
}
