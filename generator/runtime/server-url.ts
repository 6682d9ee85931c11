/** The URL of a server (OpenAPI 3.1, sections 4.8.5 and 4.8.6). */

/**
 * Fills in the `{variables}` of a URL. A variable that stands first can be a whole URL, or a scheme where a colon follows;
 * of any other the value must not change what the rest of the URL means, so that a value from elsewhere cannot choose who
 * gets the credentials.
 */
export function serverUrl(url: string, variables: Readonly<Record<string, string | undefined>>): string {
  return url.replace(/\{([^{}]*)\}/g, (braces, name: string, offset: number) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) throw new TypeError(`server variable ${name} is missing`);
    if (!fits(value, url.slice(0, offset), url.slice(offset + braces.length)))
      throw new TypeError(
        `server variable ${name} would change more than its part: ${JSON.stringify(value)}`,
      );
    return value;
  });
}

function fits(value: string, before: string, after: string): boolean {
  if (before === "") return !after.startsWith(":") || /^[a-z][a-z\d+.-]*$/i.test(value);
  const isPath = /:\/\/[^/]*\/|^\//.test(before);
  // A URL is read without tabs and line ends, and with escaped dots as dots (URL Standard, section 4.4).
  if (/[\s\p{Cc}]/u.test(value)) return false;
  return isPath ? !/[?#\\]|(^|\/)(\.|%2e){1,2}(\/|$)/i.test(value) : !/[/?#\\@]/.test(value);
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
