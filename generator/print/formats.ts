/** One table of the string formats that we know: how each is checked and how a sample of it is made. */
import type * as checks from "../runtime/formats.js";

export interface Format {
  /** The function of the runtime that checks it; absent: the format is documentation only. */
  readonly check?: keyof typeof checks;
  /** The function of the runtime that makes a sample; absent: made in another way. */
  readonly sample?: "date" | "dateTime" | "ipv4" | "ipv6" | "rfc2822" | "time" | "uuid";
}

export const knownFormats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["byte", { check: "isByte" }],
  ["date", { check: "isDate", sample: "date" }],
  ["date-time", { check: "isDateTime", sample: "dateTime" }],
  ["date-time-rfc-2822", { check: "isRfc2822", sample: "rfc2822" }],
  ["duration", { check: "isDuration" }],
  ["email", { check: "isEmail" }],
  ["hostname", { check: "isHostname" }],
  ["ipv4", { check: "isIpv4", sample: "ipv4" }],
  ["ipv6", { check: "isIpv6", sample: "ipv6" }],
  ["json-pointer", { check: "isJsonPointer" }],
  ["regex", { check: "isRegex" }],
  ["time", { check: "isTime", sample: "time" }],
  ["uri", { check: "isUri" }],
  ["uri-reference", { check: "isUriReference" }],
  ["uuid", { check: "isUuid", sample: "uuid" }],
]);

/** The range of an integer format of the OpenAPI Format Registry that doubles can tell apart. */
export function integerRange(format: string | undefined): readonly [number, number] | undefined {
  const match = /^(u?)int(8|16|32)$/.exec(format ?? "");
  if (match === null) return undefined;
  const bits = Number(match[2]);
  return match[1] === "u" ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
}
