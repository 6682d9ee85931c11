/** Bytes as `Uint8Array`. */
import { type FormatConverter, formatConverter } from "./converter.js";
import { isBase64url, isByte } from "./formats-text.js";

/** RFC 4648, section 4: base64. */
export const base64: FormatConverter = /* @__PURE__ */ bytes(
  isByte,
  (text) => text,
  (text) => text,
);

/** RFC 4648, section 5: base64 for URLs. Written without padding. */
export const base64Url: FormatConverter = /* @__PURE__ */ bytes(
  isBase64url,
  (text) => text.replaceAll("-", "+").replaceAll("_", "/"),
  (text) => text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
);

/** `usual` and `own` lead from the alphabet to that of base64 and back. */
function bytes(
  isOfFormat: (text: string) => boolean,
  usual: (text: string) => string,
  own: (text: string) => string,
): FormatConverter {
  return formatConverter<Uint8Array>({
    type: "Uint8Array",
    isOfType: (value) => value instanceof Uint8Array,
    allows: () => true,
    read: (text) => (typeof text === "string" && isOfFormat(text) ? bytesOf(usual(text)) : undefined),
    write: (value) => own(textOf(value)),
  });
}

/** Undefined where the characters are those of base64, and yet are no bytes. */
function bytesOf(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function textOf(value: Uint8Array): string {
  return btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(""));
}
