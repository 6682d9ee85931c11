/** From credentials to marks on a request. */

/** Marks a request with credentials. */
export type Authorize = (headers: Headers, url: URL) => void | Promise<void>;

/** A credential, or a function that is asked for it before each request. */
export type Credential<T> = T | (() => T | Promise<T>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

async function current<T>(credential: Credential<T>): Promise<T> {
  return typeof credential === "function" ? (credential as () => T | Promise<T>)() : credential;
}

/** HTTP Basic (RFC 7617), in UTF-8. */
export function basic(credential: Credential<BasicCredential> | undefined): Authorize | undefined {
  return (
    credential &&
    (async (headers) => {
      const { username, password } = await current(credential);
      const bytes = new TextEncoder().encode(`${username}:${password}`);
      headers.set("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
    })
  );
}

/** HTTP Bearer (RFC 6750). */
export function bearer(credential: Credential<string> | undefined): Authorize | undefined {
  return credential && (async (headers) => headers.set("authorization", `Bearer ${await current(credential)}`));
}

/** A key in a header. */
export function headerKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return credential && (async (headers) => headers.set(name, await current(credential)));
}

/** A key in the query. */
export function queryKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return credential && (async (_, url) => url.searchParams.set(name, await current(credential)));
}

/** A key in a cookie. */
export function cookieKey(name: string, credential: Credential<string> | undefined): Authorize | undefined {
  return (
    credential &&
    (async (headers) => headers.append("cookie", `${name}=${encodeURIComponent(await current(credential))}`))
  );
}
