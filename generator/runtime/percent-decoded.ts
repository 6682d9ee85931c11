/** Text without its percent-encoding (RFC 3986, section 2.1); what is not encoded properly stays as it is. */
export function percentDecoded(text: string): string {
  return new URLSearchParams(`text=${text.replace(/[+&]/g, encodeURIComponent)}`).get("text") ?? "";
}
