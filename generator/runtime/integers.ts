/** Integers of 64 bits as `bigint`: a number holds those up to 2^53 exactly. */
import { type FormatConverter, formatConverter } from "./converter.js";

export const int64: FormatConverter = /* @__PURE__ */ integers(-(2n ** 63n), 2n ** 63n - 1n);

export const uint64: FormatConverter = /* @__PURE__ */ integers(0n, 2n ** 64n - 1n);

function integers(min: bigint, max: bigint): FormatConverter {
  return formatConverter<bigint>({
    type: "bigint",
    isOfType: (value) => typeof value === "bigint",
    allows: (value) => value >= min && value <= max,
    // The greatest one reads as the power of two above it where its digits were lost.
    read: (wire) => (Number.isInteger(wire) ? (wire === Number(max) ? max : BigInt(wire)) : undefined),
    write: (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value),
  });
}
