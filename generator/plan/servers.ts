/** Plans the constant that holds the servers of the description. */
import {
  type Code,
  code,
  comment,
  docComment,
  empty,
  join,
  key,
  memberName,
  str,
  valueFrom,
} from "../code/code.js";
import type { Module } from "../code/module.js";
import type { Api } from "../model/api.js";
import { type Server, type ServerVariable, isAbsolute } from "../model/server.js";

export const serversModule = "servers";

/** Nothing where there is no choice. */
export function planServers({ servers, serversName }: Api): readonly Module[] {
  if (servers.length < 2 && servers.every((each) => each.variables.length === 0)) return [];
  return [
    {
      path: serversModule,
      declarations: [
        {
          kind: "const",
          exported: true,
          name: serversName,
          docs: code`Where the API is: base URLs, or functions that make them of what varies.`,
          type: code`{ ${join(servers.map(printType), "; ")} }`,
          value: code`{ ${join(
            servers.map((each) => code`${key(each.name)}: ${printValue(each)}`),
            ", ",
          )} }`,
        },
      ],
    },
  ];
}

function printType(server: Server): Code {
  const { name, description, variables } = server;
  const type = variables.length === 0 ? code`string` : code`(${printParameter(variables)}) => string`;
  return code`${docsLine(description)}readonly ${memberName(name)}: ${type}`;
}

function printParameter(variables: readonly ServerVariable[]): Code {
  const members = variables.map(({ name, description, default: value, enum: values }) => {
    const type = values === undefined ? code`string` : join(values.map(str), " | ");
    return code`${docsLine(description)}readonly ${memberName(name)}${value === undefined ? empty : code`?`}: ${type}`;
  });
  const optional = variables.every((each) => each.default !== undefined);
  return code`variables${optional ? code`?` : empty}: { ${join(members, "; ")} }`;
}

const docsLine = (text: string | undefined): Code =>
  text === undefined || text.trim() === "" ? empty : code`\n${docComment(comment(text))}\n`;

function printValue({ url, variables }: Server): Code {
  if (variables.length === 0) return str(url);
  const defaults = variables.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [code`${key(name)}: ${str(value)}`],
  );
  const filled = join([...defaults, code`...variables`], ", ");
  return code`(variables) => ${valueFrom("runtime/server-url", "serverUrl")}(${str(url)}, { ${filled} })`;
}

/** Whether a client that is told nothing knows where the API is. */
export const hasServer = (api: Api): boolean => isAbsolute(api.server);

/** The path that the server has wherever it is; undefined where the description does not say. */
export function relativePath({ server }: Pick<Api, "server">): string | undefined {
  return server === "" || /^[a-z][a-z\d+.-]*:|[{}]/i.test(server) ? undefined : server;
}
