/** Security schemes and requirements: which credentials a request carries. */
import { byCodeUnit, joinPointer } from "../json.js";
import type { Grant, SecurityScheme } from "./security.js";
import {
  type At,
  type Reader,
  arrayField,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";

/** The declared schemes, sorted by name. */
export function lowerSecuritySchemes(reader: Reader): readonly SecurityScheme[] {
  const components = objectField(reader, reader.root, "components");
  return members(components && objectField(reader, components, "securitySchemes"))
    .flatMap((each) => lowerScheme(reader, each.key, each) ?? [])
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

function lowerScheme(reader: Reader, name: string, place: At): SecurityScheme | undefined {
  const at = follow(reader, place);
  if (at === undefined) return undefined;
  const description = stringField(reader, at, "description");
  const common = { name, pointer: place.pointer, ...(description === undefined ? {} : { description }) };
  const type = stringField(reader, at, "type");
  switch (type) {
    case "http": {
      const scheme = stringField(reader, at, "scheme") ?? "";
      // RFC 9110, section 11.1: the name is a token, and its case does not matter.
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(scheme)) return refuse(reader, at, type, scheme);
      if (/^basic$/i.test(scheme)) return { ...common, kind: "basic" };
      if (/^bearer$/i.test(scheme)) return { ...common, kind: "bearer" };
      return { ...common, kind: "http", scheme };
    }
    case "apiKey": {
      const location = stringField(reader, at, "in");
      const key = stringField(reader, at, "name");
      if (key === undefined || (location !== "header" && location !== "query" && location !== "cookie"))
        return refuse(reader, at, type, location);
      return { ...common, kind: "apiKey", in: location, key };
    }
    case "oauth2":
      return { ...common, kind: "token", grants: lowerGrants(reader, at) };
    case "openIdConnect":
      return { ...common, kind: "token", grants: [] };
    case "mutualTLS":
      return { ...common, kind: "certificate" };
    default:
      return refuse(reader, at, type);
  }
}

function refuse(reader: Reader, at: At, ...details: readonly (string | undefined)[]): undefined {
  reader.report("security-scheme", at.pointer, details.filter(Boolean).join(" ") || "no type");
}

/** Flows that end in a token that can be renewed: by a refresh token, where there is one. */
const flowsOfUsers = ["authorizationCode", "password", "implicit", "deviceAuthorization"] as const;

/** The grants of the flows (OpenAPI 3.1, section 4.8.28): those that nobody has to log in for. */
function lowerGrants(reader: Reader, scheme: At): readonly Grant[] {
  const flows = objectField(reader, scheme, "flows");
  const flow = (name: string): At | undefined => flows && objectField(reader, flows, name);
  const own = lowerGrant(reader, "clientCredentials", flow("clientCredentials"), ["tokenUrl"]);
  const renewed = flowsOfUsers
    .map((name) => lowerGrant(reader, "refreshToken", flow(name), ["refreshUrl", "tokenUrl"]))
    .find((each) => each !== undefined);
  return [own, renewed].filter((each) => each !== undefined);
}

function lowerGrant(
  reader: Reader,
  kind: Grant["kind"],
  flow: At | undefined,
  urls: readonly string[],
): Grant | undefined {
  if (flow === undefined) return undefined;
  const tokenUrl = urls.map((name) => stringField(reader, flow, name)).find((each) => each !== undefined);
  const scopes = members(objectField(reader, flow, "scopes")).map((each) => each.key);
  if (tokenUrl !== undefined) return { kind, tokenUrl, scopes };
  if (kind === "clientCredentials") reader.report("missing-field", flow.pointer, "tokenUrl");
  return undefined;
}

/**
 * The alternatives of an operation: its own `security`, else that of the whole description; one that needs no
 * credentials is last. A certificate is no part of a request, so an alternative of nothing else needs none.
 */
export function lowerSecurity(
  reader: Reader,
  operation: At,
  schemes: readonly SecurityScheme[],
): readonly (readonly string[])[] {
  const own = field(operation, "security") !== undefined;
  const alternatives = arrayField(reader, own ? operation : reader.root, "security").map((each) =>
    members(follow(reader, each)).flatMap(({ key, pointer }) => {
      const declared = schemeOf(reader, key, pointer, schemes);
      if (declared === undefined)
        reader.report("ref-unresolved", pointer, `no security scheme is called ${key}`);
      return declared === undefined || declared.kind === "certificate" ? [] : [declared.name];
    }),
  );
  return [
    ...alternatives.filter((each) => each.length > 0),
    ...alternatives.filter((each) => each.length === 0),
  ];
}

/** By its name, or by a reference to it (OpenAPI 3.2, section 4.30). */
function schemeOf(
  reader: Reader,
  key: string,
  from: string,
  schemes: readonly SecurityScheme[],
): SecurityScheme | undefined {
  const pointer = reader.resolve(key, from);
  const place = "/components/securitySchemes";
  return (
    schemes.find(({ name }) => name === key) ??
    schemes.find(({ name }) => pointer === joinPointer(place, name))
  );
}
