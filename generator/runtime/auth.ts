/** From credentials to marks on a request. */

/** Marks a request with credentials; a header that it has already stays as it is. */
export type Authorize = (headers: Headers, url: URL) => Promise<void>;

/** A credential, or a function that is asked for it before each request. */
export type Credential<T> = T | (() => T | Promise<T>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

function marking<T extends string | object>(
  credential: Credential<T> | undefined,
  mark: (credential: T, headers: Headers, url: URL) => void,
): Authorize | undefined {
  if (credential === undefined) return undefined;
  return async (headers, url) => {
    const value = typeof credential === "function" ? await credential() : credential;
    try {
      mark(value, headers, url);
    } catch {
      // The platform's message would quote the credential.
      throw new TypeError("the credentials hold characters that a header cannot carry");
    }
  };
}

function mark(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}

/** HTTP Basic (RFC 7617), in UTF-8. */
export function basic(credential: Credential<BasicCredential> | undefined): Authorize | undefined {
  return marking(credential, ({ username, password }, headers) => {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    mark(headers, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  });
}

/** HTTP Bearer (RFC 6750). */
export function bearer(credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (token, headers) => mark(headers, "authorization", `Bearer ${token}`));
}

/** A key in a header. */
export function headerKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, headers) => mark(headers, name, key));
}

/** A key in the query. */
export function queryKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, _, url) => {
    url.search += `${url.search === "" ? "?" : "&"}${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
  });
}

/** A key in a cookie, beside other cookies. */
export function cookieKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return marking(credential, (key, headers) => {
    const others = headers.get("cookie");
    headers.set("cookie", `${others === null ? "" : `${others}; `}${name}=${encodeURIComponent(key)}`);
  });
}
