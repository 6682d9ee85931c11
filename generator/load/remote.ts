/** Reads a document over HTTP, from the hosts that are allowed and with credentials for the first of them alone. */
import { type Loaded, parseSource, unreadable } from "./source.js";

/** What may be fetched, and how. */
export interface RemoteAccess {
  /** `example.com` or `example.com:8443`. */
  readonly hosts: ReadonlySet<string>;
  /** Sent to `origin` and nowhere else. */
  readonly headers: Readonly<Record<string, string>>;
  readonly origin: string | undefined;
}

/** Milliseconds after which a server that does not answer is given up. */
const patience = 30_000;
const maxRedirects = 5;

/** Resolves with diagnostics, never rejects, for anything that the network can cause. References are relative to what was asked for. */
export async function loadRemote(uri: string, access: RemoteAccess): Promise<Loaded> {
  let url = new URL(uri);
  try {
    for (let i = 0; i <= maxRedirects; i++) {
      if (!access.hosts.has(url.host)) return unreadable(uri, `it is redirected to ${url.host}`);
      const response = await fetch(url, {
        headers: {
          accept: "application/json, application/yaml, */*;q=0.5",
          ...(url.origin === access.origin ? access.headers : {}),
        },
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
      });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        if (response.ok) return await parseSource(uri, await response.text(), uri);
        return unreadable(uri, `the server answered with status ${response.status}`);
      }
      url = new URL(location, url);
    }
    return unreadable(uri, `it is redirected more than ${maxRedirects} times`);
  } catch (cause) {
    return unreadable(uri, messageOf(cause));
  }
}

/** What `fetch` says itself is "fetch failed"; the reason is its cause. */
function messageOf(cause: unknown): string {
  const { message, cause: inner } = cause as Error;
  return inner instanceof Error && inner.message !== "" ? inner.message : message;
}
