/** Plans the package's own README: how to call each operation, how to check and to make values. */
import { type Code, access, code, ident, join, key, literal, str } from "../code/code.js";
import { firstParagraph, prose, span } from "../code/markdown.js";
import type { Template } from "../code/module.js";
import { type Json, plainJson } from "../json.js";
import { type Api, type Operation, operationsOf } from "../model/api.js";
import { type Body, isOfParts, isStream, usualContent } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { type ConverterRef, hasValues, valueTypeOf } from "../model/formats.js";
import { type SecurityScheme, marking } from "../model/security.js";
import { type Schema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import { bodySchema } from "./contents.js";
import { mswExample } from "./msw.js";
import { namedGrants } from "./oauth.js";
import { resourcesOf } from "./readme-resources.js";
import { hasServer, serversModule } from "./servers.js";

/** What can be shown of schemas. */
export interface Shown {
  /** Whether there is a fixture of a schema. */
  readonly hasFixture: (id: SchemaId) => boolean;
  /** Whether its values are others than those on the wire. */
  readonly converts: (id: SchemaId) => boolean;
  /** The same of a schema without a name. */
  readonly isConverted: (schema: Schema) => boolean;
  /** Whether the package has a module. */
  readonly hasModule: (module: string) => boolean;
}

export function planReadme(api: Api, packageName: string, facade: string, shown: Shown): Template {
  const from = (subpath: string): Code => span(packageName + subpath);
  return {
    template: "README.md",
    view: {
      heading: prose(packageName),
      root: from(""),
      client: from("/client"),
      validators: from("/validators"),
      fixtures: from("/fixtures"),
      checks: from("/checks"),
      logging: from("/logging"),
      messages: from("/messages"),
      retry: from("/retry"),
      timeout: from("/timeout"),
      jsonSchemas: from("/json-schemas"),
      schema: from("/schema"),
      title: prose(api.title),
      description: api.description === undefined ? undefined : prose(firstParagraph(api.description)),
      setup: setupExample(api, packageName),
      auth: marking(api.securitySchemes).length > 0,
      certificates: api.securitySchemes.some((each) => each.kind === "certificate"),
      servers: shown.hasModule(serversModule) ? span(api.serversName) : undefined,
      oauth: oauthExample(api, packageName),
      oauthPath: from("/oauth"),
      personalPath: from("/personal-data"),
      personal: shown.hasModule("personal-data"),
      formats: api.formats.map((each) => ({
        path: from(`/${each.module}`),
        name: span(each.name),
        values: hasValues(each),
      })),
      ownValues: api.formats.some(hasValues),
      webhooksPath: from("/webhooks"),
      webhook: webhookExample(api, packageName),
      webhookParameters: api.webhooks.some((each) => each.request !== undefined),
      paged: operationsOf(api).some((each) => each.paging !== undefined),
      ...bodyKinds(operationsOf(api)),
      facade: facadeExample(api, packageName, facade),
      operations: operationsOf(api).map((each) => ({
        title: span(each.name),
        summary: summaryOf(each),
        example: operationExample(each, api, packageName, shown),
      })),
      resources: resourcesOf(api, (each) => operationExample(each, api, packageName, shown)),
      mswPath: from("/msw"),
      msw: mswExample(api, packageName),
      sample: sampleExample(api, packageName, shown),
      converted: [...api.schemas.keys()].some(shown.converts) || plainSchemas(api).some(shown.isConverted),
      jsonSchema: jsonSchemaExample(api, packageName),
    },
  };
}

/** The schemas of parameters and of the headers of answers. */
const plainSchemas = (api: Api): readonly Schema[] =>
  [
    ...operationsOf(api).flatMap(({ parameters, responses }) => [
      ...parameters,
      ...responses.flatMap((each) => each.headers),
    ]),
    ...api.webhooks.flatMap((each) => each.request?.parameters ?? []),
  ].map((each) => each.schema);

/** Which kinds of bodies and answers there are to tell of. */
function bodyKinds(operations: readonly Operation[]): Readonly<Record<string, boolean>> {
  const bodies = operations.flatMap((each) => each.body ?? []);
  const responses = operations.flatMap((each) => each.responses);
  const contents = [...bodies, ...responses].flatMap((each) => each.contents);
  return {
    choices: bodies.some((each) => each.contents.length > 1),
    bytes: contents.some((each) => each.codec === "binary"),
    parts: contents.some(isOfParts),
    streams: contents.some(isStream),
    headers: responses.some((each) => each.headers.length > 0),
  };
}

function summaryOf({ summary, description }: Operation): Code | undefined {
  const text = summary ?? description;
  return text === undefined ? undefined : prose(firstParagraph(text));
}

function setupExample(api: Api, packageName: string): Code {
  const [scheme, ...more] = marking(api.securitySchemes);
  const auth =
    scheme === undefined
      ? []
      : more.length === 0
        ? [code`auth: ${placeholder(scheme)}`]
        : [code`auth: { ${key(scheme.name)}: ${placeholder(scheme)} }`];
  const defaults = api.sharedParameters.map(
    (each) => code`${key(each.name)}: ${exampleOf(each, api.schemas)}`,
  );
  const options = [
    ...(hasServer(api) ? [] : [code`baseUrl: "https://api.example.com"`]),
    ...auth,
    ...(defaults.length === 0 ? [] : [code`defaults: { ${join(defaults, ", ")} }`]),
  ];
  return code`import { createClient } from ${str(packageName)};

const client = createClient({ ${join(options, ", ")} });`;
}

/** An operation without a body as a method: the first that only reads, where there is one. */
function facadeExample(api: Api, packageName: string, facade: string): Code | undefined {
  const candidates = api.resources.flatMap((each) =>
    each.operations.map((operation) => ({ each, operation })),
  );
  const plain = candidates.filter(({ operation }) => operation.body === undefined);
  const found = plain.find(({ operation }) => operation.verb === "GET") ?? plain[0];
  if (found === undefined) return undefined;
  const { each, operation } = found;
  const entries = requiredEntries(operation, api);
  const argument = entries.length === 0 ? code`` : code`{ ${join(entries, ", ")} }`;
  return code`import { ${ident(facade)} } from ${str(`${packageName}/client`)};

const resources = ${ident(facade)}(client);
await resources${access(each.name)}${access(operation.method)}(${argument});`;
}

/** The parameters that must be given, those aside that the client of the examples has defaults for. */
function requiredEntries({ parameters }: Operation, api: Api): readonly Code[] {
  const shared = new Set(api.sharedParameters.map((each) => each.name));
  const shown = parameters.filter((each) => each.required && !shared.has(each.name));
  return shown.map((each) => code`${key(each.property)}: ${exampleOf(each, api.schemas)}`);
}

function placeholder(scheme: SecurityScheme): Code {
  return scheme.kind === "basic" ? code`{ username: "…", password: "…" }` : code`"…"`;
}

/** How the first way to get tokens is used. */
function oauthExample(api: Api, packageName: string): Code | undefined {
  const [first] = namedGrants(api);
  if (first === undefined) return undefined;
  const { name, grant, scheme } = first;
  const secrets =
    grant.kind === "refreshToken"
      ? code`refreshToken: "…", clientId: "…"`
      : code`clientId: "…", clientSecret: "…"`;
  const tokens = code`${ident(name)}({ ${secrets} })`;
  const alone = marking(api.securitySchemes).length === 1;
  const server = hasServer(api) ? code`` : code`baseUrl: "https://api.example.com", `;
  return code`import { ${ident(name)} } from ${str(`${packageName}/oauth`)};

createClient({ ${server}auth: ${alone ? tokens : code`{ ${key(scheme.name)}: ${tokens} }`} });`;
}

/** How the first webhook is received. */
function webhookExample({ webhooks }: Api, packageName: string): Code | undefined {
  const first = webhooks.find(
    ({ body, request }) => request !== undefined || usualContent(body?.contents ?? [])?.schema !== undefined,
  );
  if (first === undefined) return undefined;
  return code`import { ${ident(first.name)} } from ${str(`${packageName}/webhooks`)};

export async function handle(request: Request): Promise<Response> {
  const received = await ${ident(first.name)}.receive(request);
  console.log(received);
  return new Response(null, { status: 204 });
}`;
}

/** A call with everything that the client has no default for, and the body that the description shows. */
function operationExample(
  operation: Operation,
  api: Api,
  packageName: string,
  { hasFixture, converts }: Shown,
): Code {
  const { name, body, paging } = operation;
  const entries = requiredEntries(operation, api);
  const schema = bodySchema(operation, api.schemas);
  const example = usualContent(body?.contents ?? [])?.example;
  const isShown = example !== undefined && (schema === undefined || !converts(schema.id));
  const shown = schema !== undefined && !isShown && hasFixture(schema.id);
  const made = shown ? ident(schema.factory) : undefined;
  const content =
    body === undefined
      ? []
      : [code`body: ${made === undefined ? shownBody(body, isShown) : code`${made}()`}`];
  const call = code`${ident(name)}(client, { ${join([...entries, ...content], ", ")} })`;
  const imports = code`import { ${ident(name)} } from ${str(packageName)};${
    made === undefined ? code`` : code`\nimport { ${made} } from ${str(`${packageName}/fixtures`)};`
  }`;
  if (paging !== undefined)
    return code`${imports}\n\nfor await (const item of ${call}) {\n  console.log(item);\n}`;
  const answers = operation.responses.some((each) => each.status.startsWith("2") && each.contents.length > 0);
  return code`${imports}\n\n${answers ? code`const answer = ` : code``}await ${call};`;
}

function shownBody({ contents }: Body, isShown: boolean): Code {
  const content = usualContent(contents);
  if (isShown && content?.example !== undefined) return literal(content.example);
  return content?.schema === undefined ? code`new Blob([])` : code`undefined as never`;
}

/** A value for a parameter: the one that the description shows, or one of its type. */
function exampleOf({ example, schema, name }: Parameter, table: SchemaTable): Code {
  const { converter, string } = schema.ref === undefined ? schema : named(table, schema.ref).schema;
  if (converter !== undefined) return convertedExample(converter);
  const { format } = string ?? {};
  const text = typeof format === "object" ? format.sample(0) : undefined;
  return literal(example ?? text ?? valueOf(schema, name, table));
}

/** A value of the type that a converter makes; of the user's own types only those that can be written down. */
function convertedExample(by: ConverterRef): Code {
  if (typeof by === "string") return convertedExamples[valueTypeOf(by)];
  const value = plainJson(by.codec.read(by.sample(0)));
  return value === undefined ? code`undefined as never` : literal(value);
}

const convertedExamples: Readonly<Record<ReturnType<typeof valueTypeOf>, Code>> = {
  Date: code`new Date()`,
  bigint: code`1n`,
  Uint8Array: code`new Uint8Array()`,
};

function valueOf(schema: Schema, name: string, table: SchemaTable): Json {
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  if (schema.ref !== undefined) return valueOf(named(table, schema.ref).schema, name, table);
  const branch = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (schema.types === undefined && branch !== undefined) return valueOf(branch, name, table);
  switch (schema.types?.[0]) {
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return true;
    case "array":
      return [];
    default:
      return name;
  }
}

/** How the first object schema is made and checked. */
function sampleExample(api: Api, packageName: string, { hasFixture, converts }: Shown): Code | undefined {
  const schema = [...api.schemas.values()].find(
    (each) => each.resource === undefined && each.schema.object !== undefined && hasFixture(each.id),
  );
  if (schema === undefined) return undefined;
  return code`import { ${ident(schema.factory)} } from ${str(`${packageName}/fixtures`)};
import { ${ident(schema.name)} } from ${str(`${packageName}/validators`)};

const sample = ${ident(schema.factory)}({}, { seed: 7 });
const checked = ${ident(schema.name)}.parse(${converts(schema.id) ? code`sample` : code`JSON.parse(JSON.stringify(sample))`});`;
}

/** How the first object schema is taken as JSON Schema. */
function jsonSchemaExample(api: Api, packageName: string): Code | undefined {
  const schema = [...api.schemas.values()].find(
    (each) => each.resource === undefined && each.schema.object !== undefined,
  );
  if (schema === undefined) return undefined;
  return code`import { ${ident(schema.name)} } from ${str(`${packageName}/json-schemas`)};

const { schema } = ${ident(schema.name)};`;
}
