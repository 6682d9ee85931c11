/** Plans `createClient`, and the facade whose resources and methods are made of the operations' functions. */
import {
  type Code,
  access,
  code,
  ident,
  join,
  key,
  memberName,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { Declaration, FunctionDeclaration, Member, Module, Template } from "../code/module.js";
import { type Api, type Resource, requestLine } from "../model/api.js";
import { type SecurityScheme, marking } from "../model/security.js";
import { pascalCase } from "../model/names.js";
import type { SchemaTable } from "../model/schema.js";
import { docs, printType } from "../print/type.js";
import { defaultsParameter, signature } from "./operations.js";
import { hasServer, relativePath } from "./servers.js";

const authFrom = (name: string): Code => code`${typeFrom("runtime/auth", name)}`;

export function planCreateClient(api: Api): Module {
  const declarations: Declaration[] = [
    {
      kind: "interface",
      name: "ClientDefaults",
      docs: code`Parameters that operations of several resources share; a client can hold values for them.`,
      members: api.sharedParameters.map((each) => ({
        name: memberName(each.name),
        optional: true,
        type: printType(each.schema, api.schemas),
        docs: docs([each.description], each.deprecated),
      })),
    },
    credentialsInterface(api),
    {
      kind: "function",
      name: "createClient",
      docs: code`Makes the client that every operation takes first. \`fetch\` replaces the global one.`,
      typeParameters: [code`const Defaults extends ClientDefaults = {}`],
      parameters: [
        {
          name: ident("options"),
          optional: false,
          type: join(
            [
              code`${typeFrom("runtime/client", "ClientOptions")}<Defaults>`,
              code`Credentials`,
              ...(hasServer(api) ? [] : [code`{ readonly baseUrl: string }`]),
            ],
            " & ",
          ),
        },
      ],
      returns: code`${typeFrom("runtime/client", "ApiClient")}<Defaults>`,
      body: { template: "create-client", view: clientView(api) },
    },
  ];
  return { path: "create-client", declarations };
}

function clientView(api: Api): Template["view"] {
  const schemes = marking(api.securitySchemes);
  const path = relativePath(api);
  return {
    auth: schemes.length > 0,
    server: hasServer(api) ? str(api.server) : undefined,
    relative:
      path === undefined
        ? undefined
        : code`${valueFrom("runtime/server-url", "relativeServer")}(${str(path)}, options.baseUrl)`,
    connection: schemes.some((each) => each.kind === "token"),
    redirects: schemes.some(crossesOrigins)
      ? code`${valueFrom("runtime/redirects", "followRedirects")}`
      : undefined,
    credentials: join(
      schemes.map((each) => code`${key(each.name)}: ${authorizer(each, schemes)}`),
      ", ",
    ),
  };
}

/** Whether `fetch` would take the credentials to another origin: it only holds back the authorization header. */
const crossesOrigins = (scheme: SecurityScheme): boolean => scheme.kind === "apiKey";

/** One scheme is `auth` itself; several are members of `auth` under their names. */
function credentialsInterface({ securitySchemes }: Api): Declaration {
  const schemes = marking(securitySchemes);
  const member = (name: string, scheme: SecurityScheme): Member => ({
    name: memberName(name),
    optional: true,
    // One of the environment may be missing: the call that needs it says so.
    type: code`${credentialType(scheme)} | undefined`,
    docs: docs([scheme.description], false),
  });
  const [only, ...more] = schemes;
  const several = schemes.map((each) => member(each.name, each));
  const auth: readonly Member[] =
    only === undefined
      ? []
      : more.length === 0
        ? [member("auth", only)]
        : [{ name: ident("auth"), optional: true, type: code`{ ${join(several.map(printMember), "; ")} }` }];
  const certificates = securitySchemes.filter((each) => each.kind === "certificate");
  return {
    kind: "interface",
    name: "Credentials",
    docs: docs(["What requests are authorized with.", ...certificates.map(certificateDocs)], false),
    members: auth,
  };
}

/** A certificate is shown when the connection is made, below HTTP. */
const certificateDocs = ({ name, description = "" }: SecurityScheme): string =>
  `${name} is a certificate of the TLS client, which the platform or \`fetch\` of the options presents. ${description}`;

function credentialType({ kind }: SecurityScheme): Code {
  if (kind === "token") return code`${typeFrom("runtime/token", "Token")}`;
  return code`${authFrom("Credential")}<${kind === "basic" ? authFrom("BasicCredential") : code`string`}>`;
}

const printMember = ({ name, type }: Member): Code => code`${name}?: ${type}`;

const optional = (name: string): Code =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? access(name) : code`.${access(name)}`;

function authorizer(scheme: SecurityScheme, schemes: readonly SecurityScheme[]): Code {
  const credential = schemes.length === 1 ? code`auth` : code`auth?${optional(scheme.name)}`;
  const from = (name: string): Code => code`${valueFrom("runtime/auth", name)}`;
  switch (scheme.kind) {
    case "basic":
    case "bearer":
      return code`${from(scheme.kind)}(${credential})`;
    case "http":
      return code`${from("httpScheme")}(${str(scheme.scheme)}, ${credential})`;
    case "apiKey":
      return code`${from(`${scheme.in}Key`)}(${str(scheme.key)}, ${credential})`;
    case "token":
      return code`${valueFrom("runtime/token", "token")}(${credential}, client)`;
    case "certificate":
      throw new Error("bug: a certificate marks no request");
  }
}

/** One module a resource, and one that puts them together under the name of the package. */
export function planFacade(api: Api, facade: string): readonly Module[] {
  const modules = api.resources.map((each) => planResource(each, api.schemas));
  return [...modules, planEntry(api, facade)];
}

const interfaceName = (resource: string): string => `${pascalCase(resource)}Resource`;
const clientMember: Member = {
  name: ident("client"),
  optional: false,
  type: code`${typeFrom("runtime/client", "ApiClient")}<Defaults>`,
};

function planResource(resource: Resource, table: SchemaTable): Module {
  const operations = `operations/${resource.file}`;
  const methods = resource.operations.map((operation) => {
    const { parameters, returns } = signature(operation, resource, table);
    const list = join(
      parameters.map(({ optional, type }, i) => {
        const name = ident(i === 0 ? "params" : "options");
        return optional ? code`${name}?: ${type}` : code`${name}: ${type}`;
      }),
      ", ",
    );
    return {
      member: {
        name: memberName(operation.method),
        optional: false,
        type: code`(${list}) => ${returns}`,
        docs: docs(
          [operation.summary ?? operation.description, requestLine(operation)],
          operation.deprecated,
        ),
      },
      value: code`${key(operation.method)}: ${valueFrom("runtime/bound", "bound")}(client, ${valueFrom(operations, operation.name)})`,
    };
  });
  return {
    path: `client/${resource.file}`,
    declarations: [
      {
        kind: "interface",
        name: interfaceName(resource.name),
        docs: code`The operations on \`${ident(resource.name)}\`.`,
        typeParameters: [defaultsParameter],
        members: methods.map((each) => each.member),
      },
      facadeFunction(
        resource.name,
        interfaceName(resource.name),
        methods.map((each) => each.value),
      ),
    ],
  };
}

function planEntry(api: Api, facade: string): Module {
  const members = api.resources.map(({ name, file }) => ({
    name: memberName(name),
    optional: false,
    type: code`${typeFrom(`client/${file}`, interfaceName(name))}<Defaults>`,
  }));
  const values = api.resources.map(
    ({ name, file }) => code`${key(name)}: ${valueFrom(`client/${file}`, name, `${name}Resource`)}(client)`,
  );
  const type = `${pascalCase(facade)}Client`;
  return {
    path: "client",
    declarations: [
      {
        kind: "interface",
        name: type,
        docs: code`All operations, grouped by resource.`,
        typeParameters: [defaultsParameter],
        members,
      },
      facadeFunction(facade, type, values),
      { kind: "export", module: "create-client", names: [{ name: "createClient" }] },
    ],
  };
}

function facadeFunction(name: string, type: string, members: readonly Code[]): FunctionDeclaration {
  return {
    kind: "function",
    name,
    docs: code`Binds the operations to a client.`,
    typeParameters: [defaultsParameter],
    parameters: [clientMember],
    returns: code`${ident(type)}<Defaults>`,
    body: { template: "facade", view: { members } },
  };
}
