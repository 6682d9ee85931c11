/** What a JSON Pointer (RFC 6901) leads to; undefined where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
      document,
    );
}

/** What a reference within the document leads to: a pointer in a fragment (RFC 6901, section 6). */
export const referred = (document: unknown, ref: string): unknown =>
  ref.startsWith("#") ? valueAt(document, decodeURIComponent(ref.slice(1))) : undefined;
