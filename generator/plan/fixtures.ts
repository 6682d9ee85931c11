/** Plans the fixtures: of every schema, every request body and every response. */
import { code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Report } from "../diagnostics.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { pascalCase } from "../model/names.js";
import { type NamedSchema, type SchemaTable, named } from "../model/schema.js";
import { type FixturePrinter, fixturePrinter } from "../print/fixture.js";
import { factoryValue, modelType, moduleOf, resourceFile } from "../print/symbols.js";
import { barrel } from "./barrel.js";
import { bodySchema, contentResponses, ownedBy, statusKey } from "./contents.js";

export function planFixtures(api: Api, report: Report): readonly Module[] {
  const printer = fixturePrinter(api.schemas, report);
  const own = [...api.schemas.values()].filter((each) => each.resource === undefined);
  const modules = own.map((each) => ({
    path: moduleOf(each, "fixtures"),
    declarations: declareFactory(each, printer),
  }));
  const resources = api.resources
    .map((each) => planResource(each, api, printer))
    .filter((each) => each.declarations.length > 0);
  return [...modules, ...resources, barrel("fixtures/index", [...modules, ...resources])];
}

function planResource(resource: Resource, api: Api, printer: FixturePrinter): Module {
  return {
    path: `fixtures/operations/${resourceFile(resource.name)}`,
    declarations: [
      ...ownedBy(resource, api.schemas).flatMap((each) => declareFactory(each, printer)),
      ...resource.operations.flatMap((each) => [
        ...declareBody(each, api.schemas),
        ...declareResponses(each, resource, api.schemas),
      ]),
    ],
  };
}

function declareFactory(schema: NamedSchema, printer: FixturePrinter): readonly Declaration[] {
  const value = printer.print(schema);
  if (value === undefined) return [];
  const model = modelType(schema);
  return [
    {
      kind: "const",
      exported: true,
      name: schema.factory,
      docs: code`Makes a valid \`${ident(schema.name)}\`.`,
      type: code`${typeFrom("runtime/fixture", "Factory")}<${model}>`,
      value: code`/* @__PURE__ */ ${valueFrom("runtime/fixture", "factory")}<${model}>(${str(`#${schema.schema.pointer}`)}, (s) => (${value}))`,
    },
  ];
}

function declareBody(operation: Operation, table: SchemaTable): readonly Declaration[] {
  const schema = bodySchema(operation, table);
  const alias = `${operation.name}Body`;
  if (schema === undefined || schema.factory === alias) return [];
  return [{ kind: "export", module: moduleOf(schema, "fixtures"), names: [{ name: schema.factory, alias }] }];
}

function declareResponses(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
): readonly Declaration[] {
  const responses = contentResponses(operation);
  if (responses.length === 0) return [];
  const model = typeFrom(
    `operations/${resourceFile(resource.name)}`,
    `${pascalCase(operation.name)}Responses`,
  );
  const entries = responses.map(
    ({ status, ref }) => code`${statusKey(status)}: ${factoryValue(named(table, ref))}`,
  );
  return [
    {
      kind: "const",
      exported: true,
      name: `${operation.name}Responses`,
      docs: code`Makes valid answers of \`${ident(operation.name)}\`, by status.`,
      type: code`${typeFrom("runtime/fixture", "ResponseFactories")}<${model}>`,
      value: code`{ ${join(entries, ", ")} }`,
    },
  ];
}
