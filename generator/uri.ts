/** References as URIs (RFC 3986, section 5). */

export interface Target {
  /** Without the fragment. */
  readonly uri: string;
  /** Decoded; empty where there is none. */
  readonly fragment: string;
}

/** What a reference written in a document at `base` leads to; undefined for what is no URI. */
export function resolveReference(ref: string, base: string): Target | undefined {
  try {
    const url = new URL(ref, base);
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    return { uri: url.href, fragment };
  } catch {
    return undefined;
  }
}
