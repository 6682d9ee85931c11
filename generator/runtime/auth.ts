/** From credentials to marks on a request. */
import type { Middleware, OutgoingRequest } from "./middleware.js";

/**
 * Marks a request with credentials and sends it on; a header or key that it has already stays as it is. It stands
 * inside of all middleware, so that none of that sees the marks.
 */
export type Authorize = Middleware;

/** A credential, or a function that is asked for it before each request and may answer that there is none. */
export type Credential<T> = T | (() => T | undefined | Promise<T | undefined>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

function marking<T extends string | object>(
  credential: Credential<T> | undefined,
  mark: (credential: T, request: OutgoingRequest) => void,
): Authorize | undefined {
  if (credential === undefined) return undefined;
  return async (request, next) => {
    const value = typeof credential === "function" ? await credential() : credential;
    try {
      if (value !== undefined) mark(value, request);
    } catch {
      // The platform's message would quote the credential.
      throw new TypeError("the credentials hold characters that a header cannot carry");
    }
    return next(request);
  };
}

function mark({ headers }: OutgoingRequest, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}

/** HTTP Basic (RFC 7617), in UTF-8. */
export function basic(credential: Credential<BasicCredential> | undefined): Authorize | undefined {
  return marking(credential, ({ username, password }, request) => {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    mark(request, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  });
}

/** A credential after the name of its scheme (RFC 9110, section 11.4). */
export function httpScheme(
  scheme: string,
  credential: Credential<string> | undefined,
): Authorize | undefined {
  return marking(credential, (value, request) => mark(request, "authorization", `${scheme} ${value}`));
}

/** HTTP Bearer (RFC 6750). */
export function bearer(credential: Credential<string> | undefined): Authorize | undefined {
  return httpScheme("Bearer", credential);
}

/** A key in a header. */
export function headerKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, request) => mark(request, name, key));
}

/** A key in the query. */
export function queryKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, { url }) => {
    if (url.searchParams.has(name)) return;
    url.search += `${url.search === "" ? "?" : "&"}${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
  });
}

/** A key in a cookie, beside other cookies. */
export function cookieKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, { headers }) => {
    const others = headers.get("cookie");
    headers.set("cookie", `${others === null ? "" : `${others}; `}${name}=${encodeURIComponent(key)}`);
  });
}
