import { query } from "jsonpath-rfc9535";
import { describe, expect, test } from "vitest";
import {
  array,
  isObject,
  object,
  openapi,
  operations,
  overlay,
  resolve,
  step,
  text,
  type Json,
  type JsonObject,
} from "./document.js";

interface Expected {
  readonly resource: string;
  readonly method: string;
  readonly name: string;
}

const expected: readonly [operation: string, Expected][] = [
  ["CreateApplication", { resource: "applications", method: "create", name: "createApplication" }],
  ["ListApplication", { resource: "applications", method: "list", name: "listApplications" }],
  ["FetchApplication", { resource: "applications", method: "fetch", name: "fetchApplication" }],
  ["UpdateApplication", { resource: "applications", method: "update", name: "updateApplication" }],
  ["DeleteApplication", { resource: "applications", method: "delete", name: "deleteApplication" }],
  [
    "UpdateIncomingPhoneNumber",
    { resource: "incomingPhoneNumbers", method: "update", name: "updateIncomingPhoneNumber" },
  ],
  ["CreateCall", { resource: "calls", method: "create", name: "createCall" }],
];

const actions: readonly JsonObject[] = array(overlay.actions).map(object);
const titled = actions.map((action) => [text(action.target), action] as const);

function matches(action: JsonObject): Json[] {
  return query(openapi, text(action.target)) as Json[];
}

/** The extension that an action sets. */
function extension(action: JsonObject): JsonObject {
  return object(object(action.update)["x-specwright"]);
}

/** The extensions that the overlay sets on an operation. */
function extensionsOf(id: string): JsonObject[] {
  const setting = actions.filter((action) => matches(action).some((node) => object(node).operationId === id));
  return setting.map(extension);
}

describe("the overlay", () => {
  test("has the shape of an Overlay 1.0.0 document and no other keys", () => {
    expect(Object.keys(overlay)).toEqual(["overlay", "info", "actions"]);
    expect(overlay.overlay).toBe("1.0.0");
    expect(Object.keys(object(overlay.info))).toEqual(["title", "version"]);
    expect(Object.values(object(overlay.info)).every((value) => typeof value === "string")).toBe(true);
    expect(actions.length).toBeGreaterThan(0);
  });

  test.each(titled)("has in each action a target and an update: %s", (...row) => {
    expect(Object.keys(row[1])).toEqual(["target", "update"]);
    expect(Object.keys(object(row[1].update))).toEqual(["x-specwright"]);
  });

  test.each(titled)("finds exactly one operation: %s", (...row) => {
    const nodes = matches(row[1]);
    expect(nodes).toHaveLength(1);
    expect(isObject(nodes[0]) && text(nodes[0].operationId)).toBeTruthy();
  });

  test.each(expected)("names the resource and the method of %s", (id, names) => {
    const [found, ...more] = extensionsOf(id);
    expect(found).toMatchObject(names);
    expect(more).toEqual([]);
  });

  test("speaks of every operation and of nothing else", () => {
    const named = [...operations.keys()].sort();
    expect(expected.map(([id]) => id).sort()).toEqual(named);
    expect(
      actions
        .flatMap(matches)
        .map((node) => text(object(node).operationId))
        .sort(),
    ).toEqual(named);
  });

  test("gives no name twice", () => {
    const names = actions.map((action) => text(extension(action).name));
    const methods = actions.map(
      (action) => `${text(extension(action).resource)}.${text(extension(action).method)}`,
    );
    expect(new Set(names).size).toBe(operations.size);
    expect(new Set(methods).size).toBe(operations.size);
  });

  test.each(titled)("adds only resource, method, name and the paging of a list: %s", (...row) => {
    const keys = ["resource", "method", "name", ...(extension(row[1]).method === "list" ? ["paging"] : [])];
    expect(Object.keys(extension(row[1]))).toEqual(keys);
  });

  test("pages the list by the link to the next page", () => {
    expect(extensionsOf("ListApplication")[0]?.paging).toEqual({
      strategy: "next-link",
      items: "applications",
      next: "next_page_uri",
    });
  });

  test("names properties of the answer in its paging", () => {
    const operation = operations.get("ListApplication");
    const answer =
      operation && step(operation.place, "responses", "200", "content", "application/json", "schema");
    const paging = object(extensionsOf("ListApplication")[0]?.paging);
    const items = answer && step(answer, "properties", text(paging.items));
    const next = answer && step(answer, "properties", text(paging.next));
    expect(items && object(resolve(items).value).type).toBe("array");
    expect(next && object(resolve(next).value).type).toEqual(["string", "null"]);
  });
});
