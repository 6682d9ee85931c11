/** What differs in where the API is, and in how requests are marked with credentials. */
import type { Api } from "../model/api.js";
import { type SecurityScheme, marking } from "../model/security.js";
import { type Server, type ServerVariable, isAbsolute } from "../model/server.js";
import type { Telling } from "./difference.js";

const places = { before: "/servers", after: "/servers" };

/** What a client reaches where it is told nothing, and the constant that holds the servers. */
export function compareServers(before: Api, after: Api, { tell }: Telling): void {
  const [was, is] = [before.server || "none", after.server || "none"];
  if (was !== is) {
    const code = isAbsolute(was) && !isAbsolute(is) ? "base-url-required" : "server-changed";
    tell(code, "the client", `${was} → ${is}`, places);
  }
  const [old, now] = [offered(before), offered(after)];
  if (old.length > 0 && now.length > 0 && before.serversName !== after.serversName)
    tell("server-renamed", "the client", `${before.serversName} → ${after.serversName}`, places);
  const added = now.filter(({ name }) => !old.some((each) => each.name === name));
  for (const a of old) {
    const same = now.find((each) => each.name === a.name);
    const b = same ?? added.find((each) => each.url === a.url);
    const subject = `the client ${(b ?? a).name}`;
    if (b === undefined) {
      tell("server-removed", subject, a.url || "/", { before: a.pointer });
      continue;
    }
    const both = { before: a.pointer, after: b.pointer };
    if (same === undefined) {
      added.splice(added.indexOf(b), 1);
      tell("server-renamed", subject, `${a.name} → ${b.name}`, both);
    }
    if (a.url !== b.url) tell("server-url-changed", subject, `${a.url || "/"} → ${b.url || "/"}`, both);
    if (a.description !== b.description) tell("docs-changed", subject, "description", both);
    for (const { name, description } of b.variables) {
      const old = a.variables.find((each) => each.name === name);
      if (old !== undefined && old.description !== description)
        tell("docs-changed", subject, `description of ${name}`, both);
    }
    const [taken, takenNow] = [shown(a.variables), shown(b.variables)];
    if (taken !== takenNow)
      tell(
        takesAll(a.variables, b.variables) ? "server-variables-widened" : "server-variables-narrowed",
        subject,
        `${taken} → ${takenNow}`,
        both,
      );
  }
  for (const { name, url, pointer } of added)
    tell("server-added", `the client ${name}`, url || "/", { after: pointer });
}

/** The servers that the package names: none where there is no choice. */
const offered = ({ servers }: Api): readonly Server[] =>
  servers.length > 1 || servers.some((each) => each.variables.length > 0) ? servers : [];

const shown = (variables: readonly ServerVariable[]): string =>
  variables
    .map(({ name, default: value, enum: values }) => {
      const possible = values === undefined ? "" : `: ${values.join(" | ")}`;
      return `${name}${possible}${value === undefined ? "" : ` = ${value}`}`;
    })
    .join(", ") || "no variables";

/** Whether code that gave values for the variables as they were can give them as they are. */
function takesAll(before: readonly ServerVariable[], after: readonly ServerVariable[]): boolean {
  // A URL is a text without variables, and a function with some.
  if ((before.length === 0) !== (after.length === 0)) return false;
  const kept = before.every((old) => {
    const now = after.find((each) => each.name === old.name);
    if (now === undefined || (old.default !== undefined && now.default === undefined)) return false;
    const { enum: values } = now;
    return values === undefined || (old.enum?.every((each) => values.includes(each)) ?? false);
  });
  const optional = after.every(
    (each) => each.default !== undefined || before.some((old) => old.name === each.name),
  );
  return kept && optional;
}

/** The credentials of a client: those of one scheme are `auth` itself, those of several its members. */
export function compareCredentials(before: Api, after: Api, { tell }: Telling): void {
  const [old, now] = [marking(before.securitySchemes), marking(after.securitySchemes)];
  const isAlone = old.length === 1 && now.length === 1;
  const [first, last] = [old[0], now[0]];
  if (first !== undefined && last !== undefined && (old.length === 1) !== (now.length === 1))
    tell("credentials-regrouped", "the client auth", `${namesOf(old)} → ${namesOf(now)}`, {
      before: first.pointer,
      after: last.pointer,
    });
  const found = new Set<SecurityScheme>();
  for (const a of old) {
    const b = isAlone ? now[0] : now.find((each) => each.name === a.name);
    const subject = `the client ${(b ?? a).name}`;
    if (b === undefined) {
      tell("credentials-removed", subject, kindOf(a), { before: a.pointer });
      continue;
    }
    found.add(b);
    const both = { before: a.pointer, after: b.pointer };
    if (kindOf(a) !== kindOf(b)) tell("credentials-changed", subject, `${kindOf(a)} → ${kindOf(b)}`, both);
    else if (wayOf(a) !== wayOf(b))
      tell("credentials-sent-otherwise", subject, `${wayOf(a)} → ${wayOf(b)}`, both);
    if (a.description !== b.description) tell("docs-changed", subject, "description", both);
  }
  for (const each of now)
    if (!found.has(each))
      tell("credentials-added", `the client ${each.name}`, kindOf(each), { after: each.pointer });
}

/** What marks no request is a note for people: a certificate is the business of the connection. */
export function compareCertificates(before: Api, after: Api, { tell }: Telling): void {
  const certificatesOf = ({ securitySchemes }: Api): ReadonlyMap<string, SecurityScheme> =>
    new Map(securitySchemes.flatMap((each) => (each.kind === "certificate" ? [[each.name, each]] : [])));
  const [old, now] = [certificatesOf(before), certificatesOf(after)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(name), now.get(name)];
    if (a === undefined || b === undefined || a.description !== b.description)
      tell("docs-changed", `the client ${name}`, "certificate", {
        ...(a && { before: a.pointer }),
        ...(b && { after: b.pointer }),
      });
  }
}

const namesOf = (schemes: readonly SecurityScheme[]): string => schemes.map((each) => each.name).join(", ");

/** What code gives. */
const kindOf = (scheme: SecurityScheme): string =>
  scheme.kind === "token" ? ["token", ...scheme.grants.map((each) => each.kind)].join(" by ") : scheme.kind;

/** How that stands in requests, or is got. */
function wayOf(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return `${scheme.in} ${scheme.key}`;
    case "http":
      return scheme.scheme;
    case "token":
      return scheme.grants
        .map(({ kind, tokenUrl, scopes }) => [kind, tokenUrl, ...scopes].join(" "))
        .join(", ");
    default:
      return scheme.kind;
  }
}
