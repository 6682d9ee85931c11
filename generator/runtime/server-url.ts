/** The URL of a server (OpenAPI 3.1, sections 4.8.5 and 4.8.6). */

/**
 * Fills in the `{variables}` of a URL. A variable that stands first can be a whole URL; of any other the value must not
 * change what the rest of the URL means, so that a value from elsewhere cannot choose who gets the credentials.
 */
export function serverUrl(url: string, variables: Readonly<Record<string, string | undefined>>): string {
  return url.replace(/\{([^{}]*)\}/g, (_, name: string, offset: number) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) throw new TypeError(`server variable ${name} is missing`);
    const isPath = /:\/\/[^/]*\/|^\//.test(url.slice(0, offset));
    const forbidden = isPath ? /[?#\\]|(^|\/)\.{1,2}(\/|$)/ : /[/?#\\@]/;
    if (offset > 0 && forbidden.test(value))
      throw new TypeError(
        `server variable ${name} would change more than its part: ${JSON.stringify(value)}`,
      );
    return value;
  });
}

/**
 * Where a server with a relative URL is, seen from the origin that serves the description, or from the page in a
 * browser. A base URL that ends as the server's does is the server itself, wherever a gateway put it.
 */
export function relativeServer(server: string, baseUrl: string): string {
  const base = new URL(
    baseUrl,
    (globalThis as { readonly location?: { readonly href: string } }).location?.href,
  ).href;
  const path = new URL(server, base).pathname;
  return base.replace(/\/+$/, "").endsWith(path) ? base : new URL(server, base).href;
}
