/** From credentials to marks on a request. */
import type { Middleware, OutgoingRequest } from "./middleware.js";

/**
 * Marks a request with credentials and sends it on; a header or key that it has already stays as it is. It stands
 * inside of all middleware, so that none of that sees the marks.
 */
export type Authorize = Middleware;

/**
 * A credential, or a function that is asked for it before each request and may answer that there is none. An empty text is
 * none, as of a variable of the environment that is not set.
 */
export type Credential<T> = T | (() => T | undefined | Promise<T | undefined>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** Marks a copy of a request, so that whoever sent it on does not see the marks. */
function marking<T extends string | object>(
  credential: Credential<T> | undefined,
  mark: (credential: T, copy: Marked) => void,
): Authorize | undefined {
  if (!credential) return undefined;
  return async (request, next) => {
    const value = typeof credential === "function" ? await credential() : credential;
    const copy = { ...request, headers: new Headers(request.headers) };
    try {
      if (value) mark(value, copy);
    } catch {
      // The platform's message would quote the credential.
      throw new Error("credentials no header can hold");
    }
    return next(copy);
  };
}

/** What of a request credentials stand in. */
type Marked = Pick<OutgoingRequest, "headers"> & { url: URL };

/** Sets a header, unless there is one of the name. */
function setHeader({ headers }: Marked, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}

/** HTTP Basic (RFC 7617), in UTF-8. */
export function basic(credential: Credential<BasicCredential> | undefined): Authorize | undefined {
  return marking(credential, ({ username, password }, request) => {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    setHeader(request, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  });
}

/** A credential after the name of its scheme (RFC 9110, section 11.4). */
export function httpScheme(
  scheme: string,
  credential: Credential<string> | undefined,
): Authorize | undefined {
  return marking(credential, (value, request) => setHeader(request, "authorization", `${scheme} ${value}`));
}

/** HTTP Bearer (RFC 6750). */
export function bearer(credential: Credential<string> | undefined): Authorize | undefined {
  return httpScheme("Bearer", credential);
}

/** A key in a header. */
export function headerKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, request) => setHeader(request, name, key));
}

/** A key in the query. */
export function queryKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, request) => {
    const url = new URL(request.url);
    if (!url.searchParams.has(name))
      url.search += `${url.search === "" ? "?" : "&"}${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
    request.url = url;
  });
}

/** A key in a cookie, beside other cookies. */
export function cookieKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, { headers }) => {
    const others = headers.get("cookie")?.split(/; */) ?? [];
    if (others.some((each) => each.startsWith(`${name}=`))) return;
    headers.set("cookie", [...others, `${name}=${encodeURIComponent(key)}`].join("; "));
  });
}
