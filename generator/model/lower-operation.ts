/** Operations: their names, resources, parameters, bodies, responses and paging. */
import { agreeWithPath } from "./lower-path.js";
import { type ItemOperation, operationsIn } from "./lower-path-item.js";
import { byCodeUnit, isObject } from "../json.js";
import { type Body, type Response, usualContent } from "./content.js";
import type { Paging } from "./paging.js";
import type { SecurityScheme } from "./security.js";
import { lowerContents, proseOf, strings } from "./lower-content.js";
import { type LoweredOperation, lowerParameters } from "./lower-parameter.js";
import { lowerResponseHeaders } from "./lower-response-headers.js";
import type { SchemaLowering } from "./lower-schema.js";
import { lowerPaging } from "./lower-paging.js";
import { lowerSecurity } from "./lower-security.js";
import { defaultServer, lowerServers } from "./lower-server.js";
import { NameTable, camelCase, exactName, pascalCase, statusWord } from "./names.js";
import {
  type At,
  type Reader,
  booleanField,
  expect,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";
import type { Direction, SchemaId } from "./schema.js";

/** Names a wanted schema unless it has a name: `wish`, or a spelling of `original` where the wish is taken. */
export type NameSchema = (id: SchemaId, wish: string, original: string, resource?: string) => void;

export interface OperationContext {
  readonly reader: Reader;
  readonly schemas: SchemaLowering;
  /** Of everything that the package's entry exports. */
  readonly exported: NameTable;
  readonly securitySchemes: readonly SecurityScheme[];
  /** The base URL of the whole description. */
  readonly server: string;
  readonly nameSchema: NameSchema;
}

/** All operations, in the order of their paths and then of their methods. */
export function lowerOperations(context: OperationContext): readonly LoweredOperation[] {
  const { reader } = context;
  const found = members(objectField(reader, reader.root, "paths"))
    .filter((item) => !item.key.startsWith("x-"))
    .flatMap((place) => {
      if (!place.key.startsWith("/"))
        reader.report("path-parameter", place.pointer, `${place.key} does not begin with a slash`);
      const item = follow(reader, place);
      return item === undefined
        ? []
        : operationsIn(reader, item).map((each) => ({ ...each, path: place.key, item }));
    });
  const lowered = withoutDuplicates(reader, found).map((each) => lowerOperation(context, each));
  return nameMethods(context, lowered);
}

interface Found extends ItemOperation {
  readonly path: string;
  readonly item: At;
}

/** OpenAPI 3.1, section 4.8.10: an operationId is unique in the description, case included. */
function withoutDuplicates(reader: Reader, found: readonly Found[]): readonly Found[] {
  const owners = new Map<string, string>();
  return found.filter(({ at, method, path }) => {
    const id = stringField(reader, at, "operationId");
    if (id === undefined) return true;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, `${method} ${path}`);
    else
      reader.report(
        "operation-id-duplicate",
        `${at.pointer}/operationId`,
        `${id} is also the one of ${owner}`,
      );
    return owner === undefined;
  });
}

interface Unnamed extends LoweredOperation {
  /** The method's name that a curator gave, if one did. */
  readonly method: string | undefined;
}

function lowerOperation(context: OperationContext, { path, item, at, method: verb }: Found): Unnamed {
  const { reader, schemas } = context;
  const curated = curation(reader, at);
  const id = stringField(reader, at, "operationId");
  const generic = `${verb.toLowerCase()} ${path}`;
  const original = id ?? generic;
  const name = context.exported.claimKept(
    `#${at.pointer}`,
    [camelCase(curated.name ?? original), camelCase(generic), exactName(original)],
    at.pointer,
  );
  const resource = camelCase(curated.resource ?? strings(reader, at, "tags")[0] ?? firstSegment(path));
  const typeName = (suffix: string) => (schema: SchemaId) =>
    context.nameSchema(schema, pascalCase(name) + suffix, original + suffix, resource);
  const body = lowerBody(context, at, verb, (word) => typeName(`${word}Body`));
  const parameters = lowerParameters(reader, schemas, item, at, body, (all) =>
    agreeWithPath(reader, at, path, all),
  );
  const responses = lowerResponses(
    context,
    at,
    (status) => (word) => typeName(`Response${statusWord(status)}${word}`),
  );
  const claim = (suffix: string): string =>
    context.exported.claim([pascalCase(name) + suffix, exactName(original + suffix)], at.pointer);
  const usual = usualContent(body?.contents ?? [])?.schema;
  const shared = usual !== undefined && !isOwn(usual.ref, at);
  const servers = lowerServers(reader, at, item);
  const server = defaultServer(servers);
  return {
    resource,
    method: curated.method,
    servers,
    callbacks: objectField(reader, at, "callbacks"),
    operation: {
      pointer: at.pointer,
      name,
      paramsType: claim("Params"),
      responsesType: claim("Responses"),
      ...(responses.some((each) => each.headers.length > 0) ? { headersType: claim("Headers") } : {}),
      ...(shared ? { bodyAlias: claim("Body") } : {}),
      method: name,
      verb,
      path,
      ...proseOf(reader, at),
      deprecated: booleanField(reader, at, "deprecated"),
      parameters,
      ...(body === undefined ? {} : { body }),
      responses,
      ...(curated.paging === undefined ? {} : { paging: curated.paging }),
      ...(servers.length === 0 || server === context.server ? {} : { server }),
      security: lowerSecurity(reader, at, context.securitySchemes),
    },
  };
}

/** Whether a schema stands in the operation itself. */
const isOwn = (id: SchemaId | undefined, operation: At): boolean =>
  id?.startsWith(`${operation.pointer}/`) === true;

interface Curation {
  readonly resource?: string;
  readonly method?: string;
  readonly name?: string;
  readonly paging?: Paging;
}

/** The extension that a curator's overlay adds to an operation; the README explains its fields. */
function curation(reader: Reader, operation: At): Curation {
  const at = objectField(reader, operation, "x-specwright");
  if (at === undefined) return {};
  for (const { key, pointer } of members(at))
    if (!["resource", "method", "name", "paging"].includes(key))
      reader.report("extension-invalid", pointer, `${key} is unknown`);
  const paging = objectField(reader, at, "paging");
  const optional = (key: "resource" | "method" | "name"): Curation => {
    const text = stringField(reader, at, key);
    return text === undefined ? {} : { [key]: text };
  };
  const declared = paging && lowerPaging(reader, paging);
  return {
    ...optional("resource"),
    ...optional("method"),
    ...optional("name"),
    ...(declared === undefined ? {} : { paging: declared }),
  };
}

const firstSegment = (path: string): string =>
  path.split("/").find((segment) => segment !== "" && !segment.startsWith("{")) ?? "root";

/** Names the schema of a content; the word tells it from the others. */
type NameContent = (word: string) => (id: SchemaId) => void;

/** Names what stands in the operation alone: a shared body is named by its place, not by who uses it first. */
const ofOwn =
  (operation: At, name: NameContent): NameContent =>
  (word) =>
  (id) => {
    if (isOwn(id, operation)) name(word)(id);
  };

/** Methods with which `fetch` sends no body (Fetch Standard, section 5.4), and no `Request` holds one. */
const bodiless: readonly string[] = ["GET", "HEAD"];

/** The body of a request of a method; its schemas are seen in the direction of `view`. */
export function lowerBody(
  context: OperationContext,
  operation: At,
  verb: string,
  name: NameContent,
  view: Direction = "request",
): Body | undefined {
  const { reader, schemas } = context;
  const place = field(operation, "requestBody");
  const at = follow(reader, place);
  if (place === undefined || at === undefined) return undefined;
  if (bodiless.includes(verb)) {
    reader.report("body-left-out", place.pointer, verb);
    return undefined;
  }
  const contents = lowerContents(reader, schemas, at, "request", ofOwn(operation, name), view);
  const description = stringField(reader, at, "description");
  if (contents.length === 0) return undefined;
  return {
    required: booleanField(reader, at, "required"),
    ...(description === undefined ? {} : { description }),
    contents,
  };
}

/** The answers by status, as they are seen in a direction. */
export function lowerResponses(
  context: OperationContext,
  operation: At,
  name: (status: string) => NameContent,
  view: Direction = "response",
): readonly Response[] {
  const { reader, schemas } = context;
  return members(objectField(reader, operation, "responses"))
    .filter((each) => !each.key.startsWith("x-"))
    .flatMap((place) => {
      const status = place.key.toUpperCase() === "DEFAULT" ? "default" : place.key.toUpperCase();
      if (status !== "default" && !/^[1-5](\d\d|XX)$/.test(status))
        reader.report(
          "wrong-type",
          place.pointer,
          `expected a status code, 1XX to 5XX or default, found ${place.key}`,
        );
      const at = follow(reader, expect(reader, place, isObject, "an object"));
      if (at === undefined) return [];
      const description = stringField(reader, at, "description");
      const naming = ofOwn(operation, name(status));
      const contents = mayHaveBody(reader, at, status)
        ? lowerContents(reader, schemas, at, "response", naming, view)
        : [];
      const headers = lowerResponseHeaders(reader, schemas, at);
      return [{ status, ...(description ? { description } : {}), contents, headers }];
    })
    .sort((a, b) => byCodeUnit(a.status, b.status));
}

/** Answers of these statuses have no body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
function mayHaveBody(reader: Reader, response: At, status: string): boolean {
  if (!/^(1..|204|205|304)$/.test(status)) return true;
  const content = objectField(reader, response, "content");
  if (content !== undefined) reader.report("content-left-out", content.pointer, status);
  return false;
}

/** Methods are named within their resource: `createApplication` of `applications` is `create`. */
function nameMethods(context: OperationContext, operations: readonly Unnamed[]): readonly LoweredOperation[] {
  const tables = new Map<string, NameTable>();
  return operations.map(({ method, ...lowered }) => {
    const { resource, operation } = lowered;
    const table = tables.get(resource) ?? new NameTable(context.reader.report);
    tables.set(resource, table);
    const wish = method ?? withoutResource(operation.name, resource);
    const name = table.claim([wish, operation.name], operation.pointer);
    return { ...lowered, operation: { ...operation, method: name } };
  });
}

/** A word as it stands at the beginning of a camelCase name or inside one. */
const either = (word: string): string => `${word}|${word.charAt(0).toUpperCase()}${word.slice(1)}`;

function withoutResource(name: string, resource: string): string {
  const singular = resource.replace(/(?<=s)es$|ies$|s$/i, (end) => (end === "ies" ? "y" : ""));
  const rest = name
    .replace(new RegExp(`(${either(resource)}|${either(singular)})(?![a-z])`), "")
    .replace(/_$/, "");
  return rest === "" || !/^[A-Za-z]/.test(rest) ? name : rest.charAt(0).toLowerCase() + rest.slice(1);
}
