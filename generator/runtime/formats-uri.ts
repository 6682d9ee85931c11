/** Formats of addresses of resources, and of templates of such addresses. */
import { anchored } from "./formats-anchored.js";
import { isIpv6 } from "./formats-net.js";

const scheme = "[a-z][a-z\\d+.-]*:";

/** Authority, or else no two slashes; path, query and fragment. A colon or an at sign ends the first part of an authority. */
const afterScheme =
  "(?://[\\w!$&-.;=~]*(?:(?::[\\w!$&-.:;=~]*)?@[\\w!$&-.;=~]*)?(?::\\d*)?(?![^/?#])|(?!//))[\\w!$&-;=@~]*(?:\\?[\\w!$&-;=?@~]*)?(?:#[\\w!$&-;=?@~]*)?";

const uri = /* @__PURE__ */ anchored(scheme, afterScheme);

/** Without a scheme there is no colon in the first segment. */
const reference = /* @__PURE__ */ anchored("(?:", scheme, "|(?![^/?#]*:))", afterScheme);

/** RFC 3986, section 3: `URI`. */
export function isUri(value: string): boolean {
  return uri.test(value) || isRare(uri, value);
}

/** RFC 3986, section 4.1: `URI-reference`. */
export function isUriReference(value: string): boolean {
  return reference.test(value) || isRare(reference, value);
}

/** Most values have no percent sign and no bracket, so the expressions know neither. */
const isRare = (expression: RegExp, value: string): boolean =>
  /[%[]/.test(value) && expression.test(withoutRare(value));

/** `~` for each encoded octet (section 2.1), and for a host in brackets (section 3.2.2). */
function withoutRare(value: string): string {
  return value
    .replace(
      /^((?:[^/?#:]*:)?\/\/(?:[^/?#@]*@)?)\[([^\]]*)](?=(?::\d*)?(?![^/?#]))/,
      (all, before: string, literal: string) => (isLiteral(literal) ? `${before}~` : all),
    )
    .replace(/%[\da-f]{2}/gi, "~");
}

/** `IPv6address` or `IPvFuture`. */
const isLiteral = (literal: string): boolean =>
  /^v[\da-f]+\.[\w!$&-.:;=~]+$/i.test(literal) || isIpv6(literal);

/** RFC 3987, section 2.2: `IRI`. */
export function isIri(value: string): boolean {
  return isUri(withoutUnicode(value));
}

/** RFC 3987, section 2.2: `IRI-reference`. */
export function isIriReference(value: string): boolean {
  return isUriReference(withoutUnicode(value));
}

/** RFC 6570, section 2. */
export function isUriTemplate(value: string): boolean {
  const literals = value.replace(
    /\{[+#./;?&=,!@|]?[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?(?:,[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?)*\}/g,
    "",
  );
  return (
    !/\p{NChar}|%(?![\da-fA-F]{2})/u.test(value) &&
    /^[!#-;=?-[\]\w~\xa0-\ud7ff\ue000-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}]*$/u.test(literals)
  );
}

/**
 * What is a URI just where the text is an IRI: `~` for each `ucschar`, and for each `iprivate` of the query. Marks of
 * direction and code points that are no characters are left (RFC 3987, sections 2.2 and 4.1).
 */
function withoutUnicode(value: string): string {
  return value
    .replace(
      /^([^?#]*)(\?[^#]*)/,
      (_, path: string, query: string) =>
        path + query.replace(/(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, "~"),
    )
    .replace(
      /(?![\p{NChar}\u200e\u200f\u202a-\u202e])[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu,
      "~",
    );
}
