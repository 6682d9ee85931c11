/** Security schemes: how requests are marked with credentials. */

export type SecurityScheme = {
  readonly name: string;
  /** Where it is declared. */
  readonly pointer: string;
  readonly description?: string;
} & (
  | { readonly kind: "basic" }
  | { readonly kind: "bearer" }
  /** Another scheme of HTTP authentication: a credential after `scheme`, spelled as in the description. */
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly key: string }
  /** A bearer token that the caller gets, or that the package gets by one of the grants. */
  | { readonly kind: "token"; readonly grants: readonly Grant[] }
  /** The certificate of a TLS client: nothing of it stands in a request. */
  | { readonly kind: "certificate" }
);

/** A way to get tokens without a person at hand. */
export interface Grant {
  readonly kind: "clientCredentials" | "refreshToken";
  /** Relative ones are relative to the base URL. */
  readonly tokenUrl: string;
  /** The scopes that the description names; none: it names none. */
  readonly scopes: readonly string[];
}

/** The schemes that requests are marked by. */
export function marking(schemes: readonly SecurityScheme[]): readonly SecurityScheme[] {
  return schemes.filter((each) => each.kind !== "certificate");
}
