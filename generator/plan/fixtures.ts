/** Plans the fixtures: of every schema, every request body and every response. */
import { type Code, code, ident, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { type NamedSchema, type SchemaTable, named } from "../model/schema.js";
import type { FixturePrinter } from "../print/fixture.js";
import { factoryValue, modelType, moduleOf } from "../print/symbols.js";
import { barrel, withRuntime } from "./barrel.js";
import { bodySchema, contentResponses, ownedBy, statusKey } from "./contents.js";

export function planFixtures(api: Api, printer: FixturePrinter): readonly Module[] {
  const own = [...api.schemas.values()].filter((each) => each.resource === undefined);
  const modules = own
    .filter((each) => printer.has(each.id))
    .map((each) => ({ path: moduleOf(each, "fixtures"), declarations: declareFactory(each, printer) }));
  const resources = api.resources
    .map((each) => planResource(each, api, printer))
    .filter((each) => each.declarations.length > 0);
  return [
    ...modules,
    ...resources,
    withRuntime(barrel("fixtures/index", [...modules, ...resources]), api.schemas, "runtime/fixture", [
      { name: "Factory", type: true },
      { name: "FixtureOptions", type: true },
    ]),
  ];
}

function planResource(resource: Resource, api: Api, printer: FixturePrinter): Module {
  return {
    path: `fixtures/operations/${resource.file}`,
    declarations: [
      ...ownedBy(resource, api.schemas).flatMap((each) => declareFactory(each, printer)),
      ...resource.operations.flatMap((each) => [
        ...declareBody(each, api.schemas, printer),
        ...declareResponses(each, resource, api.schemas, printer),
      ]),
    ],
  };
}

function declareFactory(schema: NamedSchema, printer: FixturePrinter): readonly Declaration[] {
  const make = printer.print(schema.id);
  if (make === undefined) return [];
  const model = modelType(schema);
  return [
    {
      kind: "const",
      exported: true,
      name: schema.factory,
      docs: code`Makes a valid \`${ident(schema.name)}\`.`,
      type: code`${typeFrom("runtime/fixture", "Factory")}<${model}>`,
      value: code`/* @__PURE__ */ ${valueFrom("runtime/fixture", "factory")}<${model}>(${str(`#${schema.schema.pointer}`)}, ${make})`,
    },
  ];
}

function declareBody(
  operation: Operation,
  table: SchemaTable,
  printer: FixturePrinter,
): readonly Declaration[] {
  const schema = bodySchema(operation, table);
  if (schema === undefined || operation.bodyAlias === undefined || !printer.has(schema.id)) return [];
  const names = [{ name: schema.factory, alias: `${operation.name}Body` }];
  return [{ kind: "export", module: moduleOf(schema, "fixtures"), names }];
}

/** Answers whose schema allows no value are left out, and out of the type. */
function declareResponses(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  printer: FixturePrinter,
): readonly Declaration[] {
  const all = contentResponses(operation);
  const shown = all.filter((each) => printer.has(each.ref));
  const hidden = all.filter((each) => !printer.has(each.ref));
  if (shown.length === 0) return [];
  const whole = code`${typeFrom(`operations/${resource.file}`, operation.responsesType)}`;
  const model =
    hidden.length === 0
      ? whole
      : code`Omit<${whole}, ${join(
          hidden.map((each) => statusLiteral(each.status)),
          " | ",
        )}>`;
  const entries = shown.map(
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

const statusLiteral = (status: string): Code => (/^\d+$/.test(status) ? statusKey(status) : str(status));
