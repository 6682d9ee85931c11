/** What differs between the operations of two models. */
import { type Api, type Operation, type Resource, requestLine } from "../model/api.js";
import type { Paging } from "../model/paging.js";
import { compareContents, compareNotes, compareResponses, parametersOf, styleOf } from "./contents.js";
import type { Places, Telling } from "./difference.js";
import { samePath } from "./places.js";

export function compareOperations(before: Api, after: Api, telling: Telling): void {
  const { tell } = telling;
  const [old, now] = [operationsOf(before), operationsOf(after)];
  const added = new Map(
    [...now].filter(([key]) => !old.has(key)).map((each) => [each[1].operation.name, each]),
  );
  for (const [key, { operation: a, resource }] of old) {
    // What is sent elsewhere and keeps its name is the same function for those who call it.
    const [keyNow, other] = now.has(key) ? [key, now.get(key)] : (added.get(a.name) ?? [key]);
    if (other === undefined) {
      tell("operation-removed", a.name, requestLine(a), { before: a.pointer });
      continue;
    }
    const { operation: b } = other;
    const places = { before: a.pointer, after: b.pointer };
    if (keyNow !== key) {
      added.delete(b.name);
      tell("operation-sent-elsewhere", b.name, `${requestLine(a)} → ${requestLine(b)}`, places);
    }
    if (a.name !== b.name) tell("operation-renamed", b.name, `${a.name} → ${b.name}`, places);
    const [was, is] = [`${resource.name}.${a.method}`, `${other.resource.name}.${b.method}`];
    if (was !== is) tell("operation-moved", b.name, `${was} → ${is}`, places);
    compareOperation(a, b, telling);
  }
  for (const [, { operation }] of added.values())
    tell("operation-added", operation.name, requestLine(operation), { after: operation.pointer });
}

function compareOperation(a: Operation, b: Operation, telling: Telling): void {
  const { tell } = telling;
  const places = { before: a.pointer, after: b.pointer };
  compareNotes(a, b, b.name, places, telling);
  if (JSON.stringify(a.security) !== JSON.stringify(b.security)) {
    const shown = ({ security }: Operation): string =>
      security.map((all) => all.join(" and ") || "nothing").join(", or ") || "nothing";
    tell("security-changed", b.name, `${shown(a)} → ${shown(b)}`, places);
  }
  if (a.server !== b.server)
    tell("server-changed", b.name, `${a.server ?? "the API's"} → ${b.server ?? "the API's"}`, places);
  comparePaging(a.paging, b.paging, b.name, places, telling);
  compareParameters(a, b, telling);
  compareBodies(a, b, telling);
  compareResponses(a, b, telling);
}

/** Where the items are is what code sees of paging; how the next page is found is the package's own business. */
function comparePaging(
  a: Paging | undefined,
  b: Paging | undefined,
  subject: string,
  places: Places,
  { tell }: Telling,
): void {
  if (a === undefined && b === undefined) return;
  if (a === undefined || b === undefined) {
    const [code, paging] =
      a === undefined ? (["paging-added", b] as const) : (["paging-removed", a] as const);
    return tell(code, subject, paging?.strategy ?? "", places);
  }
  const itemsAt = ({ items }: Paging): string => items.join(".") || "the page";
  if (itemsAt(a) !== itemsAt(b)) tell("paging-items-moved", subject, `${itemsAt(a)} → ${itemsAt(b)}`, places);
  const [was, is] = [wayOf(a), wayOf(b)];
  if (was !== is) tell("paging-changed", subject, `${was} → ${is}`, places);
}

/** How the next page is found. */
function wayOf(paging: Paging): string {
  const told = Object.entries(paging)
    .filter(([name]) => !["strategy", "pointer", "items"].includes(name))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [paging.strategy, ...told.sort()].join(", ");
}

function compareParameters(a: Operation, b: Operation, telling: Telling): void {
  const { tell, compare } = telling;
  const [old, now] = [parametersOf(a.parameters), parametersOf(b.parameters)];
  for (const [key, was] of old) {
    const is = now.get(key);
    const subject = `${b.name} ${was.name}`;
    if (is === undefined) {
      tell("parameter-removed", subject, key, { before: was.pointer, after: b.pointer });
      continue;
    }
    const places = { before: was.pointer, after: is.pointer };
    if (!was.required && is.required) tell("parameter-required", subject, key, places);
    if (was.required && !is.required) tell("parameter-optional", subject, key, places);
    compareNotes(was, is, subject, places, telling);
    if (was.property !== is.property)
      tell("parameter-renamed", subject, `${was.property} → ${is.property}`, places);
    const [style, styleNow] = [styleOf(was), styleOf(is)];
    if (style !== styleNow) tell("parameter-written-otherwise", subject, `${style} → ${styleNow}`, places);
    compare(was.schema, is.schema, subject, "request");
  }
  for (const [key, is] of now)
    if (!old.has(key))
      tell(is.required ? "parameter-added-required" : "parameter-added", `${b.name} ${is.name}`, key, {
        before: a.pointer,
        after: is.pointer,
      });
}

function compareBodies(a: Operation, b: Operation, telling: Telling): void {
  const { tell } = telling;
  const [old, now] = [a.body, b.body];
  const places = {
    before: old?.contents[0]?.pointer ?? a.pointer,
    after: now?.contents[0]?.pointer ?? b.pointer,
  };
  const subject = `${b.name} body`;
  if (old === undefined && now === undefined) return;
  if (old === undefined) tell(now?.required ? "body-required" : "body-added", subject, "body", places);
  else if (now === undefined) tell("body-removed", subject, "body", places);
  else {
    if (!old.required && now.required) tell("body-required", subject, "required: true", places);
    if (old.required && !now.required) tell("body-optional", subject, "required: false", places);
    compareNotes({ ...old }, { ...now }, subject, places, telling);
    compareContents(old.contents, now.contents, subject, "request", places, telling);
  }
}

interface Placed {
  readonly operation: Operation;
  readonly resource: Resource;
}

/** By method and path, whatever the parameters in it are called. */
function operationsOf({ resources }: Api): ReadonlyMap<string, Placed> {
  return new Map(
    resources.flatMap((resource) =>
      resource.operations.map((operation) => [samePath(requestLine(operation)), { operation, resource }]),
    ),
  );
}
