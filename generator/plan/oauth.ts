/** Plans the functions that get access tokens from the token endpoints of the description. */
import { code, join, str, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Module } from "../code/module.js";
import type { Api } from "../model/api.js";
import { NameTable, camelCase, pascalCase } from "../model/names.js";
import type { Grant, SecurityScheme } from "../model/security.js";
import { docs } from "../print/type.js";

export const oauthModule = "oauth";

/** A way to get tokens for a scheme, and the function that the package has for it. */
export interface NamedGrant {
  readonly scheme: SecurityScheme;
  readonly grant: Grant;
  readonly name: string;
}

/** Named by the grant; where several schemes have the same, by the scheme as well. */
export function namedGrants({ securitySchemes }: Api): readonly NamedGrant[] {
  const all = securitySchemes.flatMap((scheme) =>
    scheme.kind === "token" ? scheme.grants.map((grant) => ({ scheme, grant })) : [],
  );
  const names = new NameTable(undefined);
  return all.map(({ scheme, grant }) => {
    const alone = all.filter((each) => each.grant.kind === grant.kind).length === 1;
    const wish = alone ? grant.kind : camelCase(`${scheme.name} ${pascalCase(grant.kind)}`);
    return { scheme, grant, name: names.claim([wish], `${scheme.name}/${grant.kind}`) };
  });
}

/** Nothing where no scheme has a flow that the package could take by itself. */
export function planOauth(api: Api): readonly Module[] {
  const grants = namedGrants(api);
  if (grants.length === 0) return [];
  const options = [...new Set(grants.map((each) => optionsType(each.grant)))].sort();
  return [
    {
      path: oauthModule,
      declarations: [
        ...grants.map(declareGrant),
        {
          kind: "export",
          module: "runtime/oauth",
          names: [...options, "AccessTokens"].sort().map((name) => ({ name })),
          typeOnly: true,
        },
        { kind: "export", module: "runtime/oauth", names: [{ name: "TokenError" }] },
        {
          kind: "export",
          module: "runtime/token",
          names: [{ name: "TokenRequest" }, { name: "TokenSource" }],
          typeOnly: true,
        },
      ],
    },
  ];
}

const optionsType = ({ kind }: Grant): string => pascalCase(kind);

const flows = {
  clientCredentials: "by the client credentials flow (RFC 6749, section 4.4)",
  refreshToken: "by a refresh token (RFC 6749, section 6)",
} satisfies Record<Grant["kind"], string>;

function declareGrant({ scheme, grant, name }: NamedGrant): ConstDeclaration {
  const { kind, tokenUrl, scopes } = grant;
  const type = typeFrom("runtime/oauth", optionsType(grant));
  const options = scopes.length === 0 ? code`${type}` : code`${type}<${join(scopes.map(str), " | ")}>`;
  return {
    kind: "const",
    exported: true,
    name,
    docs: docs([`Gets tokens of ${scheme.name} ${flows[kind]}.`, scheme.description], false),
    type: code`(options: ${options}) => ${typeFrom("runtime/oauth", "AccessTokens")}`,
    value: code`(options) => ${valueFrom("runtime/oauth", kind, `${kind}At`)}(${str(tokenUrl)}, options)`,
  };
}
