/** The operations of a path item (OpenAPI 3.2, section 4.9): those of the methods that it has fields for, and of others. */
import { operationFields } from "../fields.js";
import { isObject } from "../json.js";
import {
  type At,
  type Reader,
  arrayField,
  expect,
  field,
  follow,
  members,
  objectField,
  reportLater,
  stringField,
} from "./reader.js";

export interface ItemOperation {
  readonly at: At;
  /** The HTTP method, as it is sent. */
  readonly method: string;
}

/** Methods that `fetch` refuses (Fetch Standard, section 2.2.1). */
const forbidden: readonly string[] = ["CONNECT", "TRACE", "TRACK"];

export function operationsIn(reader: Reader, item: At): readonly ItemOperation[] {
  // What no operation would look at where there is none.
  for (const each of arrayField(reader, item, "parameters")) {
    const parameter = follow(reader, each);
    if (parameter !== undefined) for (const key of ["name", "in"]) stringField(reader, parameter, key);
  }
  for (const key of ["query", "additionalOperations"]) reportLater(reader, field(item, key));
  const fixed = operationFields.flatMap((key) => {
    const at = objectField(reader, item, key);
    return at === undefined ? [] : [{ at, method: key.toUpperCase() }];
  });
  return [...fixed, ...additional(reader, item)].filter(({ at, method }) => {
    stringField(reader, at, "operationId");
    const isForbidden = forbidden.includes(method.toUpperCase());
    if (isForbidden) reader.report("method-left-out", at.pointer, method);
    return !isForbidden;
  });
}

function additional(reader: Reader, item: At): readonly ItemOperation[] {
  return members(objectField(reader, item, "additionalOperations")).flatMap((each) => {
    const at = expect(reader, each, isObject, "an operation object");
    if (at === undefined || isAdditional(each.key)) return at === undefined ? [] : [{ at, method: each.key }];
    reader.report("method", each.pointer, each.key);
    return [];
  });
}

/** RFC 9110, section 9.1: a token; and none that has a field of its own. */
const isAdditional = (method: string): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(method) && !operationFields.some((each) => each === method.toLowerCase());
