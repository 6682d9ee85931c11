/** Formats of mail addresses, host names and addresses of the Internet Protocol. */
import { isIdnHostname } from "./formats-idn.js";

/** RFC 5321, section 4.1.2: `Mailbox`. */
export function isEmail(value: string): boolean {
  const at = value.lastIndexOf("@");
  const domain = value.slice(at + 1);
  return (
    /^(?:[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")@$/.test(
      value.slice(0, at + 1),
    ) &&
    (isLetterDigitHyphen(domain) || isAddressLiteral(domain))
  );
}

/** RFC 6531, section 3.3: `Mailbox` with letters of all scripts. Its domain is normalized before it is looked up. */
export function isIdnEmail(value: string): boolean {
  const at = value.lastIndexOf("@");
  const domain = value.slice(at + 1);
  return (
    /^(?:[\w!#$%&'*+\-/=?^`{|}~\x80-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\x80-\u{10ffff}]+)*|"(?:[ !#-[\]-~\x80-\u{10ffff}]|\\[ -~])*")@$/u.test(
      value.slice(0, at + 1),
    ) &&
    !/\p{Cs}/u.test(value) &&
    ((domain.length < 2048 && isIdnHostname(domain.normalize())) || isAddressLiteral(domain))
  );
}

/** RFC 1123, section 2.1; a name with A-labels (RFC 5890, section 2.3.2.1) must stand for an internationalized one. */
export function isHostname(value: string): boolean {
  return isLetterDigitHyphen(value) && (!/(?:^|\.)xn--/i.test(value) || isIdnHostname(value));
}

/** RFC 2673, section 3.2: `dotted-quad`. */
export function isIpv4(value: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(value);
}

/** RFC 4291, section 2.2: eight groups, the last two maybe as IPv4; or two colons for one or more groups. */
export function isIpv6(value: string): boolean {
  // The platform knows the grammar: the host of a URL.
  return /^[\da-f:.]+$/i.test(value) && URL.canParse(`http://[${value}]`);
}

/** RFC 1034, section 3.5, with RFC 1123's leave to begin with a digit. */
function isLetterDigitHyphen(value: string): boolean {
  return (
    value.length <= 253 &&
    /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(value)
  );
}

/** RFC 5321, section 4.1.3. */
function isAddressLiteral(value: string): boolean {
  const address = /^\[(ipv6:)?(.*)\]$/i.exec(value);
  return address !== null && (address[1] === undefined ? isIpv4 : isIpv6)(address[2] ?? "");
}
