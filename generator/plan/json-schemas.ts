/** Plans the validators that also tell their JSON Schema: of every schema, every request body and every response. */
import { type Code, code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { type NamedSchema, type SchemaTable, named } from "../model/schema.js";
import { jsonSchemaRefs, printJsonSchema } from "../print/json-schema.js";
import { modelType, schemaValidatorValue, validatorValue } from "../print/symbols.js";
import { printDocs } from "../print/type.js";
import { type PassedOn, barrelWithRuntime } from "./barrel.js";
import { bodyAlias, contentResponses, exceptMixed, ownedBy, statusKey, statusLiteral } from "./contents.js";
import type { Converters } from "./converters.js";
import type { LazyModule } from "./lazy-modules.js";
import { ownerModules } from "./owner-modules.js";

/** What users need of the runtime besides. */
const passedOn: readonly PassedOn[] = [
  ["runtime/issue", [{ name: "Issue", type: true }]],
  ["runtime/json-schema", [{ name: "JsonSchema", type: true }]],
  ["runtime/schema-validator", [{ name: "SchemaValidator", type: true }]],
  [
    "runtime/validator",
    [
      { name: "Infer", type: true },
      { name: "ValidationError", type: false },
    ],
  ],
];

export function planJsonSchemas(api: Api, converters: Converters, lazy: LazyModule): readonly Module[] {
  const table = api.schemas;
  const modules = ownerModules("json-schemas", api, lazy, {
    ofSchema: (each) => declareSchema(each, table, converters),
    ofResource: (each) => declareResource(each, table, converters),
  });
  return [...modules, barrelWithRuntime("json-schemas/index", modules, table, passedOn)];
}

function declareResource(
  resource: Resource,
  table: SchemaTable,
  converters: Converters,
): readonly Declaration[] {
  return [
    ...ownedBy(resource, table).flatMap((each) => declareSchema(each, table, converters)),
    ...resource.operations.flatMap((each) => [
      ...bodyAlias(each, table, "json-schemas"),
      ...declareResponses(each, resource, table, converters),
    ]),
  ];
}

/** The type and the validator under one name. */
function declareSchema(
  schema: NamedSchema,
  table: SchemaTable,
  converters: Converters,
): readonly Declaration[] {
  const model = modelType(schema);
  const docs = printDocs(schema.schema);
  return [
    { kind: "type", name: schema.name, docs, type: code`${model}` },
    {
      kind: "const",
      exported: true,
      name: schema.name,
      docs,
      type: code`${typeFrom("runtime/schema-validator", "SchemaValidator")}<${converters.converts(schema.id) ? code`${model}, ${typeFrom("runtime/converter", "Wire")}<${model}>` : code`${model}`}>`,
      value: schemaValidator(schema, table),
    },
  ];
}

/** `as const`: TypeScript expects a function of a property called `constructor`, and widens the strings inside of it. */
function schemaValidator(schema: NamedSchema, table: SchemaTable): Code {
  const refs = jsonSchemaRefs(schema.schema).map((id) => code`${schemaValidatorValue(named(table, id))}`);
  const args = [
    str(schema.name),
    code`${validatorValue(schema)}`,
    code`${printJsonSchema(schema.schema, table)} as const`,
    ...(refs.length === 0 ? [] : [code`() => [${join(refs, ", ")}]`]),
  ];
  return code`/* @__PURE__ */ ${valueFrom("runtime/schema-validator", "schemaValidator")}(${join(args, ", ")})`;
}

function declareResponses(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  { converts }: Converters,
): readonly Declaration[] {
  const responses = contentResponses(operation);
  if (responses.length === 0) return [];
  const name = operation.responsesType;
  const model = typeFrom(`operations/${resource.file}`, name, `${name}Model`);
  const entries = responses.map(
    ({ status, ref }) => code`${statusKey(status)}: ${schemaValidatorValue(named(table, ref))}`,
  );
  const reading = responses.filter(({ ref }) => converts(ref)).map(({ status }) => statusLiteral(status));
  const all =
    reading.length === 0
      ? code`${typeFrom("runtime/schema-validator", "ResponseSchemaValidators")}<${model}>`
      : code`${typeFrom("runtime/reading-schema-validator", "ReadingResponseSchemaValidators")}<${model}, ${join(reading, " | ")}>`;
  return [
    {
      kind: "const",
      exported: true,
      name,
      docs: code`Validators with JSON Schemas of the answers of \`${ident(operation.name)}\`, by status.`,
      type: exceptMixed(all, operation),
      value: code`{ ${join(entries, ", ")} }`,
    },
  ];
}
