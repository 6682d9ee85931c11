/** Plans the package's own README: how to call each operation, how to check and to make values. */
import { type Code, access, code, ident, join, key, literal, str } from "../code/code.js";
import { firstParagraph, prose, span } from "../code/markdown.js";
import type { Template } from "../code/module.js";
import { type Json, isArray, plainJson } from "../json.js";
import { type Api, type Operation, operationsOf } from "../model/api.js";
import { type Body, type Content, isOfParts, isStream, usualContent } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { type ConverterRef, hasValues, valueTypeOf } from "../model/formats.js";
import { inheritedNames } from "../model/names.js";
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
  /** Whether a literal of a value has the type of a schema. */
  readonly isDeclared: (schema: Schema, value: Json) => boolean;
  /** A value of a schema without a name; undefined where none can be made. `hint` is the name of what has it. */
  readonly valueOf: (schema: Schema, hint: string) => Json | undefined;
  /** Whether the package has a module. */
  readonly hasModule: (module: string) => boolean;
}

/** The same, and what the client of the examples has defaults for. */
interface ShownInReadme extends Shown {
  readonly defaults: readonly Parameter[];
}

export function planReadme(api: Api, packageName: string, facade: string, schemas: Shown): Template {
  const shown: ShownInReadme = { ...schemas, defaults: shownDefaults(api) };
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
      setup: setupExample(api, packageName, shown),
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
      facade: facadeExample(api, packageName, facade, shown),
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

function setupExample(api: Api, packageName: string, shown: ShownInReadme): Code {
  const schemes = marking(api.securitySchemes);
  const [scheme, ...more] = schemes;
  const needed = schemes.filter(isNeededBy(operationsOf(api)));
  const several = (needed.length === 0 ? schemes.slice(0, 1) : needed).map(
    (each) => code`${key(each.name)}: ${placeholder(each)}`,
  );
  const auth =
    scheme === undefined
      ? []
      : [more.length === 0 ? code`auth: ${placeholder(scheme)}` : code`auth: { ${join(several, ", ")} }`];
  const defaults = shown.defaults.map(
    (each) => code`${key(each.name)}: ${exampleOf(each, api.schemas, shown)}`,
  );
  const options = [
    ...(hasServer(api) ? [] : [code`baseUrl: "https://api.example.com"`]),
    ...auth,
    ...(defaults.length === 0 ? [] : [code`defaults: { ${join(defaults, ", ")} }`]),
  ];
  return code`import { createClient } from ${str(packageName)};

const client = createClient({ ${join(options, ", ")} });`;
}

/** Whether an operation would be sent with a scheme, had a client all of them: the first alternative counts. */
function isNeededBy(operations: readonly Operation[]): (scheme: SecurityScheme) => boolean {
  const needed = new Set(operations.flatMap(({ security: [first = []] }) => first));
  return ({ name }) => needed.has(name);
}

/**
 * The defaults of the client of the examples: parameters that most operations ask for and that name no resource of
 * their own. A default for the id of a thing would hide which one a call is about.
 */
function shownDefaults(api: Api): readonly Parameter[] {
  const operations = operationsOf(api);
  const uses = new Map<string, number>();
  for (const { parameters } of operations)
    for (const name of new Set(parameters.filter((each) => each.required).map((each) => each.name)))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  const isUsual = ({ name }: Parameter): boolean => (uses.get(name) ?? 0) > operations.length / 2;
  return api.sharedParameters.filter(
    (shared) => isUsual(shared) && !operations.some(({ path }) => isOwnId(shared, path)),
  );
}

/** Whether a path ends with a parameter. */
const isOwnId = ({ name, in: place }: Parameter, path: string): boolean =>
  place === "path" && path.replace(/^.*\//, "").includes(`{${name}}`);

/** An operation without a body as a method: the first that only reads, where there is one. */
function facadeExample(
  api: Api,
  packageName: string,
  facade: string,
  shown: ShownInReadme,
): Code | undefined {
  const candidates = api.resources.flatMap((each) =>
    each.operations.map((operation) => ({ each, operation })),
  );
  const plain = candidates.filter(({ operation }) => operation.body === undefined);
  const found = plain.find(({ operation }) => operation.verb === "GET") ?? plain[0];
  if (found === undefined) return undefined;
  const { each, operation } = found;
  const entries = requiredEntries(operation, api, shown);
  const isNeeded = entries.length > 0 || operation.parameters.some((each) => each.required);
  const argument = isNeeded ? code`{ ${join(entries, ", ")} }` : code``;
  const resources = local(["resources", "api"], facade);
  return code`import { ${ident(facade)} } from ${str(`${packageName}/client`)};

const ${resources} = ${ident(facade)}(client);
await ${resources}${access(each.name)}${access(operation.method)}(${argument});`;
}

/** The parameters that must be given, those aside that the client of the examples has defaults for. */
function requiredEntries({ parameters }: Operation, api: Api, shown: ShownInReadme): readonly Code[] {
  const shared = new Set(shown.defaults.map((each) => each.name));
  // An object that lacks a name that all objects inherit is no match for a type that has it, even as an option.
  const needed = parameters.filter((each) => each.required || inheritedNames.has(each.property));
  const own = needed.filter((each) => !shared.has(each.name));
  return own.map((each) => code`${key(each.property)}: ${exampleOf(each, api.schemas, shown)}`);
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
function operationExample(operation: Operation, api: Api, packageName: string, shown: ShownInReadme): Code {
  const { name, body, paging } = operation;
  const entries = requiredEntries(operation, api, shown);
  const schema = bodySchema(operation, api.schemas);
  const usual = usualContent(body?.contents ?? []);
  const isShown =
    usual !== undefined && showsExample(usual, shown) && (schema === undefined || !shown.converts(schema.id));
  const made =
    schema !== undefined && !isShown && shown.hasFixture(schema.id) ? ident(schema.factory) : undefined;
  const content =
    body === undefined
      ? []
      : [code`body: ${made === undefined ? shownBody(body, isShown) : code`${made}()`}`];
  const call = code`${ident(name)}(client, { ${join([...entries, ...content], ", ")} })`;
  const imports = code`import { ${ident(name)} } from ${str(packageName)};${
    made === undefined ? code`` : code`\nimport { ${made} } from ${str(`${packageName}/fixtures`)};`
  }`;
  const item = local(["item", "each"], name);
  if (paging !== undefined)
    return code`${imports}\n\nfor await (const ${item} of ${call}) {\n  console.log(${item});\n}`;
  const answers = operation.responses.some((each) => each.status.startsWith("2") && each.contents.length > 0);
  return code`${imports}\n\n${answers ? code`const ${local(["answer", "response"], name)} = ` : code``}await ${call};`;
}

/** Whether the example of a body can stand in code as it is. */
function showsExample(content: Content, { isDeclared }: Shown): boolean {
  const { example, schema } = content;
  if (example === undefined || schema === undefined) return example !== undefined;
  const values = isStream(content) && isArray(example) ? example : [example];
  return values.every((each) => isDeclared(schema, each));
}

function shownBody({ contents }: Body, isShown: boolean): Code {
  const content = usualContent(contents);
  if (isShown && content?.example !== undefined) return literal(content.example);
  return content?.schema === undefined ? code`new Blob([])` : code`undefined as never`;
}

/** A value for a parameter: the one that the description shows, or one that a fixture might have. */
function exampleOf({ example, schema, name }: Parameter, table: SchemaTable, shown: Shown): Code {
  const { converter } = schema.ref === undefined ? schema : named(table, schema.ref).schema;
  if (converter !== undefined) return convertedExample(converter);
  const isShown = example !== undefined && shown.isDeclared(schema, example);
  const value = isShown ? example : shown.valueOf(schema, name);
  return value === undefined ? code`undefined as never` : literal(value);
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

/** The first of some names that is not that of an import. */
const local = (names: readonly [string, string], imported: string): Code =>
  ident(names[0] === imported ? names[1] : names[0]);

/** How the first object schema is made and checked. */
function sampleExample(api: Api, packageName: string, { hasFixture, converts }: Shown): Code | undefined {
  const schema = [...api.schemas.values()].find(
    (each) => each.resource === undefined && each.schema.object !== undefined && hasFixture(each.id),
  );
  if (schema === undefined) return undefined;
  const sample = local(["sample", "made"], schema.factory);
  const checked = local(["checked", "parsed"], schema.factory);
  return code`import { ${ident(schema.factory)} } from ${str(`${packageName}/fixtures`)};
import { ${ident(schema.name)} } from ${str(`${packageName}/validators`)};

const ${sample} = ${ident(schema.factory)}({}, { seed: 7 });
const ${checked} = ${ident(schema.name)}.parse(${converts(schema.id) ? sample : code`JSON.parse(JSON.stringify(${sample}))`});`;
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
