/** Security schemes and requirements: which credentials a request carries. */
import { byCodeUnit } from "../json.js";
import type { SecurityScheme } from "./security.js";
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

/** The declared schemes, sorted by name. OAuth 2 and OpenID Connect end in a bearer token that the caller provides. */
export function lowerSecuritySchemes(reader: Reader): readonly SecurityScheme[] {
  const components = objectField(reader, reader.root, "components");
  return members(components && objectField(reader, components, "securitySchemes"))
    .flatMap((each) => lowerScheme(reader, each.key, each) ?? [])
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

function lowerScheme(reader: Reader, name: string, place: At): SecurityScheme | undefined {
  const at = follow(reader, place);
  if (at === undefined) return undefined;
  const text = stringField(reader, at, "description");
  const common = { name, ...(text === undefined ? {} : { description: text }) };
  const type = stringField(reader, at, "type");
  const scheme = stringField(reader, at, "scheme")?.toLowerCase();
  const location = stringField(reader, at, "in");
  const key = stringField(reader, at, "name");
  if (type === "http" && scheme === "basic") return { ...common, kind: "basic" };
  if (type === "http" && scheme === "bearer") return { ...common, kind: "bearer" };
  if (type === "oauth2" || type === "openIdConnect") return { ...common, kind: "bearer" };
  if (
    type === "apiKey" &&
    key !== undefined &&
    (location === "header" || location === "query" || location === "cookie")
  )
    return { ...common, kind: "apiKey", in: location, key };
  reader.report(
    "security-scheme",
    at.pointer,
    [type, scheme, location].filter(Boolean).join(" ") || "no type",
  );
  return undefined;
}

/** The alternatives of an operation: its own `security`, else that of the whole description. */
export function lowerSecurity(
  reader: Reader,
  operation: At,
  schemes: readonly SecurityScheme[],
): readonly (readonly string[])[] {
  const own = field(operation, "security") !== undefined;
  return arrayField(reader, own ? operation : reader.root, "security").map((each) =>
    members(follow(reader, each)).map(({ key, pointer }) => {
      const declared = schemes.some((scheme) => scheme.name === key);
      if (!declared) reader.report("ref-unresolved", pointer, `no security scheme is called ${key}`);
      return key;
    }),
  );
}
