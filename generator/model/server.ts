/** Servers: where an API is. */

export interface Server {
  readonly pointer: string;
  /** The name that the package gives it. */
  readonly name: string;
  readonly description?: string;
  /** Its variables in braces; without a trailing slash. Empty for the server that serves the description itself. */
  readonly url: string;
  /** In the order in which they stand in the URL. */
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly description?: string;
  /** Absent where the description forgot it: the caller must give a value. */
  readonly default?: string;
  /** The values that are possible; absent: any. */
  readonly enum?: readonly string[];
}

/** The URL with the defaults of the variables; a variable without one is left in its braces. */
export function defaultUrl({ url, variables }: Pick<Server, "url" | "variables">): string {
  return variables
    .reduce(
      (filled, { name, default: value }) =>
        value === undefined ? filled : filled.replaceAll(`{${name}}`, value),
      url,
    )
    .replace(/\/+$/, "");
}

/** Whether a URL says all of where a server is. */
export function isAbsolute(url: string): boolean {
  return /^https?:\/\//i.test(url) && !/[{}]/.test(url);
}
