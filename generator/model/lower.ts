/** Lowers a description to the model: `Document → Api`. */
import type { Report } from "../diagnostics.js";
import { type Json, type JsonObject, byCodeUnit, isObject, sortKeys, valueAt } from "../json.js";
import type { Api, Operation, Resource } from "./api.js";
import { reportUnknownFields } from "./lower-fields.js";
import { type NameSchema, lowerOperations } from "./lower-operation.js";
import { checkPaging } from "./lower-paging.js";
import { lookAtComponents } from "./lower-components.js";
import { nameAll, nameOfPlace } from "./lower-names.js";
import type { ResponseHeader } from "./content.js";
import type { Parameter } from "./parameter.js";
import { type LoweredOperation, type UnsettledOperation, settleParameters } from "./lower-parameter.js";
import type { AssertsFormat, ConvertsFormat } from "./lower-rules.js";
import { type OwnFormat, isAssertable, knownFormats } from "./formats.js";
import type { Document } from "../documents.js";
import { aliasesIn } from "./aliases.js";
import { reportExplosions } from "./applications.js";
import { type Identifiers, alone, identifiersOf } from "./identifiers.js";
import { schemaLowering } from "./lower-schema.js";
import { lowerSecuritySchemes } from "./lower-security.js";
import { settleFiles } from "./files.js";
import type { Webhook } from "./webhook.js";
import { defaultServer, lowerServers, nameServers } from "./lower-server.js";
import { lowerWebhooks } from "./lower-webhook.js";
import { type KeptNames, NameTable, exactName, fileNames, pascalCase } from "./names.js";
import { callExports, clientExports, exportedNames } from "./package-exports.js";
import { type Dialect, type Reader, members, objectField, stringField } from "./reader.js";
import { settle } from "./settle.js";
import { sharedParameters } from "./shared-parameters.js";
import { reportUndeclared } from "./undeclared.js";
import { settleConverters } from "./settle-converters.js";
import { settleContents } from "./settle-contents.js";
import {
  type NamedSchema,
  type Schema,
  type SchemaId,
  type SchemaTable,
  inPlaceSchemas,
  named,
} from "./schema.js";

/** Names that operations and schemas cannot have: what the package's entry exports, and the parameters of operations. */
const takenNames: readonly string[] = [
  ...exportedNames([...clientExports, ...callExports]),
  ...["client", "options", "params"],
];

/** The description in the one order that everything is printed in, whatever order its author wrote. */
export function canonical(data: JsonObject): JsonObject {
  const { paths, components } = data;
  return sortKeys({
    ...data,
    ...(isObject(paths) ? { paths: sortKeys(paths) } : {}),
    ...(isObject(components) ? { components: mapValues(sortKeys(components), sortMap) } : {}),
  });
}

const sortMap = (value: Json): Json => (isObject(value) ? sortKeys(value) : value);
const mapValues = (object: JsonObject, map: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

/** How a description is read; what is left out is as usual. */
export interface Reading {
  readonly asserts?: AssertsFormat;
  readonly converts?: ConvertsFormat;
  /** The documents that stand in it. */
  readonly documents?: readonly Document[];
  /** Whether a format that is not known is meant to be a note. */
  readonly isNote?: (format: string) => boolean;
  /** The formats of the user's own, by name. */
  readonly ownFormats?: ReadonlyMap<string, OwnFormat>;
  /** Names that stay as they are. */
  readonly kept?: KeptNames;
}

/** The model of a canonical description. When an error was reported, the model is not fit to print. */
export function lower(
  data: JsonObject,
  dialect: Dialect,
  reportTo: Report,
  {
    asserts = isAssertable,
    converts = () => undefined,
    documents = alone,
    kept = { names: new Map(), webhooks: new Map() },
    isNote = () => false,
    ownFormats = new Map(),
  }: Reading = {},
): Api {
  let isWhole = true;
  const report: Report = (code, ...more) => {
    if (code === "ref-unresolved" || code === "ref-kind") isWhole = false;
    reportTo(code, ...more);
  };
  reportUnknownFields(data, report);
  const identifiers = identifiersOf(data, dialect === "3.0" ? () => {} : report, documents);
  const { resolve } = identifiers;
  const formats = new Map<string, OwnFormat>();
  const ownFormat = (name: string): OwnFormat | undefined => {
    const found = ownFormats.get(name);
    if (found !== undefined) formats.set(name, found);
    return found;
  };
  const root = { value: data, pointer: "" };
  const reader: Reader = { dialect, isNote, ownFormat, root, report, resolve };
  const aliases = aliasesIn(data, resolve);
  const schemas = schemaLowering(reader, through(aliases, identifiers), asserts, converts);
  const exported = new NameTable(
    report,
    [...takenNames, ...valueTypes(converts)],
    stillThere(kept.names, data),
  );
  const schemaNames = new Map<SchemaId, Pick<NamedSchema, "name" | "resource">>();
  const nameSchema: NameSchema = (id, wish, original, resource) => {
    if (schemaNames.has(id)) return;
    const name = exported.claimKept(
      `#${id}`,
      [wish, `${wish}Schema`, exactName(original)],
      schemas.wanted.get(id)?.pointer ?? id,
    );
    schemaNames.set(id, resource === undefined ? { name } : { name, resource });
  };

  const components = objectField(reader, reader.root, "components");
  for (const each of members(components && objectField(reader, components, "schemas"))) {
    const pointer = aliases.get(each.pointer) ?? each.pointer;
    nameSchema(schemas.want(pointer, "response"), pascalCase(each.key), each.key);
    if (schemas.directed(pointer))
      nameSchema(schemas.want(pointer, "request"), `${pascalCase(each.key)}Request`, `${each.key}Request`);
  }
  if (components !== undefined) lookAtComponents(reader, components);
  const securitySchemes = lowerSecuritySchemes(reader);
  const servers = lowerServers(reader, reader.root);
  const context = { reader, schemas, exported, securitySchemes, server: defaultServer(servers), nameSchema };
  const operations = lowerOperations(context);
  const { webhooks, names: webhookNames } = lowerWebhooks(context, operations, kept.webhooks);

  const lowered = new Map<SchemaId, Schema>();
  // Lowering one schema wants those that it refers to; the loop goes on to them.
  for (const [id, place] of schemas.wanted) lowered.set(id, schemas.lowerPlace(place));
  for (const [id, place] of [...schemas.wanted].sort(([a], [b]) => byCodeUnit(a, b)))
    nameSchema(id, nameOfPlace(id, place), id);
  const taken = operations.map(({ operation }) => operation.name);
  const resources = groupByResource(operations);
  const table = nameAll(lowered, schemaNames, resources, taken);
  const cyclic = [...table.values()].filter((each) => appliesToItself(table, each.id));
  for (const each of cyclic)
    report("ref-cycle", each.schema.pointer + (each.schema.ref === undefined ? "" : "/$ref"), each.name);
  if (cyclic.length === 0) reportExplosions(table, report);
  const settleOwner = settleParameters(reader, table, securitySchemes);
  const groups = resources.map((each) => ({ ...each, operations: each.operations.map(settleOwner) }));
  const groupedOperations = groups.flatMap((each) => each.operations);
  const receivers = webhooks.map(({ request, ...each }): Webhook =>
    request === undefined ? each : { ...each, request: settleOwner(request) },
  );
  // What is missing behind a reference is that mistake, and no other one.
  const isJudged = cyclic.length === 0 && isWhole;
  if (isJudged) checkPaging(reader, groupedOperations, table);
  const settled = settleFiles(
    mapSchemas(table, (each) => settle(each, table)),
    [...groupedOperations, ...receivers],
  );
  if (isJudged) reportUndeclared(settled, report);
  const converted = settleConverters(
    settled,
    [...groupedOperations.flatMap(schemasOf), ...receivers.flatMap(receivedSchemas)],
    report,
  );
  const convert = <T extends Parameter | ResponseHeader>(each: T): T => ({
    ...each,
    schema: converted(each.schema),
  });
  const all = mapSchemas(settled, converted);
  const settleOperation = <T extends Operation | Webhook>(each: T): T =>
    cyclic.length > 0 ? each : settleContents(each, all, report);
  const convertOperation = (each: Operation): Operation =>
    settleOperation({
      ...each,
      parameters: each.parameters.map(convert),
      responses: each.responses.map((one) => ({ ...one, headers: one.headers.map(convert) })),
    });
  const convertWebhook = ({ request, ...each }: Webhook): Webhook =>
    settleOperation({
      ...each,
      ...(request && { request: { ...request, parameters: request.parameters.map(convert) } }),
    });
  const settledResources = groups.map((each) => ({
    ...each,
    operations: each.operations.map(convertOperation),
  }));
  return {
    ...lowerInfo(reader),
    server: defaultServer(servers),
    servers: nameServers([...servers, ...operations.flatMap((each) => each.servers)]),
    serversName: exported.claim(["servers", "apiServers"], "/servers"),
    securitySchemes,
    webhooks: receivers.map(convertWebhook),
    resources: settledResources,
    schemas: all,
    formats: [...formats.values()].sort((a, b) => byCodeUnit(a.name, b.name)),
    sharedParameters: sharedParameters(settledResources),
    kept: { names: exported.kept, webhooks: webhookNames },
  };
}

/** The names that belong to what the description still has. */
const stillThere = (names: ReadonlyMap<string, string>, data: JsonObject): ReadonlyMap<string, string> =>
  new Map([...names].filter(([key]) => valueAt(data, key.replace(/^#|>.*$/g, "")) !== undefined));

/** References that lead past the components that are only other names. */
const through = (aliases: ReadonlyMap<string, string>, identifiers: Identifiers): Identifiers => ({
  ...identifiers,
  resolve: (ref, from) => {
    const pointer = identifiers.resolve(ref, from);
    return pointer === undefined ? undefined : (aliases.get(pointer) ?? pointer);
  },
});

/** The schemas without a name that an operation's values have. */
const schemasOf = ({ parameters, responses }: Operation): readonly Schema[] =>
  [...parameters, ...responses.flatMap((each) => each.headers)].map((each) => each.schema);

/** The same of what comes with a webhook. */
const receivedSchemas = ({ request }: Webhook): readonly Schema[] =>
  (request?.parameters ?? []).map((each) => each.schema);

const mapSchemas = (table: SchemaTable, map: (schema: Schema) => Schema): SchemaTable =>
  new Map([...table].map(([id, each]) => [id, { ...each, schema: map(each.schema) }]));

/** The types that values are converted to: a schema of such a name would hide them. */
const valueTypes = (converts: ConvertsFormat): readonly string[] =>
  [...knownFormats].flatMap(([format, { value }]) =>
    value !== undefined && converts(format) !== undefined ? [value.type] : [],
  );

/** Whether a schema applies itself to the very value that it is applied to: validating it would never end. */
function appliesToItself(table: SchemaTable, start: SchemaId): boolean {
  const seen = new Set<SchemaId>();
  const visit = (schema: Schema): boolean =>
    inPlaceSchemas(schema).some(visit) ||
    (schema.ref !== undefined &&
      (schema.ref === start ||
        (!seen.has(schema.ref) && visit(named(table, (seen.add(schema.ref), schema.ref)).schema))));
  return visit(named(table, start).schema);
}

function lowerInfo(reader: Reader): Pick<Api, "title" | "description"> {
  const info = objectField(reader, reader.root, "info");
  const description = info && stringField(reader, info, "description");
  return {
    title: (info && stringField(reader, info, "title")) ?? "API",
    ...(description === undefined ? {} : { description }),
  };
}

/** A resource before all schemas are known. */
interface UnsettledResource extends Omit<Resource, "operations"> {
  readonly operations: readonly UnsettledOperation[];
}

function groupByResource(operations: readonly LoweredOperation[]): readonly UnsettledResource[] {
  const groups = new Map<string, UnsettledOperation[]>();
  for (const { resource, operation } of operations)
    groups.set(resource, [...(groups.get(resource) ?? []), operation]);
  const files = new NameTable(undefined, ["index"]);
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, group]) => ({
      name,
      file: files.claim(fileNames(name, name), name),
      operations: group.sort((a, b) => byCodeUnit(a.name, b.name)),
    }));
}
