/** Paging: what the overlay declares of it, and whether the answers agree. */
import type { Paging } from "./paging.js";
import type { LoweredOperation } from "./lower-parameter.js";
import { type At, type Reader, stringField } from "./reader.js";
import { pageProperty } from "./paging.js";
import type { SchemaTable } from "./schema.js";

/** The `paging` of the x-specwright extension. */
export function lowerPaging(reader: Reader, at: At): Paging | undefined {
  const strategy = stringField(reader, at, "strategy");
  const items = stringField(reader, at, "items");
  const next = stringField(reader, at, "next");
  if (strategy === "next-link" && items !== undefined && next !== undefined)
    return { pointer: at.pointer, strategy, items, next };
  reader.report("extension-invalid", at.pointer, "paging needs strategy: next-link, items and next");
  return undefined;
}

/** Reports paging whose properties the successful answer does not have. */
export function checkPaging(
  reader: Reader,
  operations: readonly LoweredOperation[],
  table: SchemaTable,
): void {
  for (const { operation } of operations) {
    const { paging, responses } = operation;
    if (paging === undefined) continue;
    if (pageProperty(responses, paging.items, table)?.array === undefined)
      reader.report(
        "extension-invalid",
        `${paging.pointer}/items`,
        `no answer has a list called ${paging.items}`,
      );
    if (pageProperty(responses, paging.next, table) === undefined)
      reader.report(
        "extension-invalid",
        `${paging.pointer}/next`,
        `no answer has a property called ${paging.next}`,
      );
  }
}
