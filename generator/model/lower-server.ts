/** Servers: those of the description, and those that paths and operations have instead. */
import { isObject } from "../json.js";
import { NameTable, camelCase, exactName } from "./names.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  expect,
  field,
  members,
  objectField,
  stringField,
} from "./reader.js";
import { type Server, type ServerVariable, defaultUrl } from "./server.js";

/** A server without its name in the package, and what that can be made of. */
export interface UnnamedServer extends Omit<Server, "name"> {
  readonly wish?: string;
}

/** The servers of the first owner that has any (OpenAPI 3.1, sections 4.8.9 and 4.8.10: the inner ones win). */
export function lowerServers(
  reader: Reader,
  ...owners: readonly (At | undefined)[]
): readonly UnnamedServer[] {
  const owner = owners.find((each) => each !== undefined && field(each, "servers") !== undefined);
  return owner === undefined
    ? []
    : arrayField(reader, owner, "servers").flatMap((each) => lowerServer(reader, each) ?? []);
}

function lowerServer(reader: Reader, place: At): UnnamedServer | undefined {
  const at = expect(reader, place, isObject, "a server object");
  if (at === undefined) return undefined;
  const url = stringField(reader, at, "url");
  if (url === undefined) {
    reader.report("missing-field", at.pointer, "url");
    return undefined;
  }
  return present({
    pointer: at.pointer,
    wish: curatedName(reader, at) ?? stringField(reader, at, "name"),
    description: stringField(reader, at, "description"),
    url: url.replace(/\/+$/, ""),
    variables: lowerVariables(reader, at, url),
  });
}

/** The name that a curator's overlay gives a server. */
function curatedName(reader: Reader, server: At): string | undefined {
  const at = objectField(reader, server, "x-specwright");
  for (const { key, pointer } of members(at))
    if (key !== "name") reader.report("extension-invalid", pointer, `${key} is unknown`);
  return at && stringField(reader, at, "name");
}

/** Those that stand in the URL; what is declared beside them changes nothing. */
function lowerVariables(reader: Reader, server: At, url: string): readonly ServerVariable[] {
  const declared = members(objectField(reader, server, "variables"));
  const names = new Set([...url.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""));
  return [...names].map((name) => {
    const place = expect(
      reader,
      declared.find((each) => each.key === name),
      isObject,
      "a variable object",
    );
    if (place === undefined) reader.report("server-variable", server.pointer, `{${name}} is not declared`);
    return { name, ...(place === undefined ? {} : lowerVariable(reader, name, place)) };
  });
}

/** OpenAPI 3.1, section 4.8.6: the default is required, and one of the enum. */
function lowerVariable(reader: Reader, name: string, at: At): Omit<ServerVariable, "name"> {
  const value = stringField(reader, at, "default");
  const listed = arrayField(reader, at, "enum").flatMap((each) =>
    typeof each.value === "string" ? each.value : [],
  );
  const hasEnum = field(at, "enum") !== undefined && listed.length > 0;
  if (value === undefined) reader.report("server-variable", at.pointer, `${name} has no default`);
  else if (hasEnum && !listed.includes(value))
    reader.report("server-variable", at.pointer, `the default of ${name} is not in its enum`);
  return present({
    description: stringField(reader, at, "description"),
    default: value,
    enum: hasEnum ? [...new Set([...(value === undefined ? [] : [value]), ...listed])] : undefined,
  });
}

/** The servers with names, each once: its own, a short description, or what its URL says. */
export function nameServers(servers: readonly UnnamedServer[]): readonly Server[] {
  const same = ({ url, variables }: UnnamedServer): string => JSON.stringify([url, variables]);
  const kept = servers
    .filter((each) => each.url !== "")
    .filter((each, i, all) => all.findIndex((other) => same(other) === same(each)) === i);
  const names = new NameTable(undefined);
  return kept.map(({ wish, ...server }) => {
    const { description = "", url, pointer } = server;
    const spoken = [wish, isLabel(description) ? description : "", hostOf(url)]
      .filter((each) => each !== undefined)
      .filter((each) => /[A-Za-z]/.test(each))
      .map(camelCase);
    const exact = exactName(url);
    return { ...server, name: names.claim([spoken[0] ?? exact, ...spoken.slice(1), exact], pointer) };
  });
}

/** Whether a description names its server rather than telling of it. */
const isLabel = (description: string): boolean =>
  description.length <= 30 && description.split(/\s+/).length <= 3;

/** `https://eu.example.com/v1` → `eu.example.com/v1`; what stands for a variable keeps its name. */
const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//i, "");

/** Where requests go unless somebody says otherwise: the first server, its variables at their defaults. */
export function defaultServer([first]: readonly UnnamedServer[]): string {
  return first === undefined ? "" : defaultUrl(first);
}
