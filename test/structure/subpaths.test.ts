import { describe, expect, test } from "vitest";
import { type Edge, cyclesIn, importGraph, packagesOf, reachable } from "./import-graph.js";
import { entries } from "./twilio-project.js";

const graph = importGraph("generated/twilio/src");
/** What is left of an import once types are gone; a list of types alone is left as an import of the module. */
const loads = ({ typeOnly }: Edge): boolean => !typeOnly;

/** What judges values. */
const checks = "runtime/(issue|caused-issue|same|validator|tolerant|(\\w+-)?checks|formats(-\\w+)?)";

/** What each subpath may load. */
const needs: Readonly<Record<string, RegExp>> = {
  ".": /^(index|create-client|operations\/.*|runtime\/(auth|body|by-link|call|client|decode|errors|form|has-status|of-status|paging|path|query|texts))$/,
  "./checks": new RegExp(
    `^(checks(/.*)?|validators/(?!index$).*|${checks}|runtime/(decode|errors|media-type|of-status|read-contents|read-form|readings|request-part|settled|validation))$`,
  ),
  "./client":
    /^(client|client\/.*|create-client|operations\/.*|runtime\/(auth|body|bound|by-link|call|client|decode|errors|form|of-status|paging|path|query|texts))$/,
  "./fixtures": /^(fixtures\/.*|runtime\/(alternative|cases|fixture|of-status))$/,
  "./json-schemas": new RegExp(
    `^(json-schemas/.*|validators/.*|${checks}|runtime/(draft-07|json-schema|openapi-30|schema-validator))$`,
  ),
  "./logging": /^(logging|runtime\/(logging|media-type|platform|redacted))$/,
  "./messages": /^(messages|runtime\/(issue|messages))$/,
  "./msw": new RegExp(
    `^(msw(/.*)?|checks/.*|handlers/.*|fixtures/(?!index$).*|validators/(?!index$).*|${checks}|runtime/(alternative|answer|body|cases|decode|errors|fixture|handle|json-lines|lines|media-type|member-readings|of-status|operation-handler|percent-decoded|read-body|read-contents|read-form|read-request|readings|request-part|request-texts|route|settled|url-pattern|write-answer))$`,
  ),
  "./retry": /^(retry|runtime\/(platform|repeatable|retry))$/,
  "./timeout": /^(timeout|runtime\/(platform|timeout))$/,
  "./validators": new RegExp(`^(validators/.*|${checks})$`),
  "./schema": /^schema$/,
};

describe("a subpath of the package", () => {
  test("is never without its rule", () => {
    expect(Object.keys(needs).sort()).toEqual([...entries.keys()].sort());
  });

  test.each([...entries])("loads only what it needs: %s", (subpath, module) => {
    const loaded = [...reachable(graph, module, loads)];
    expect(loaded.filter((each) => !needs[subpath]?.test(each))).toEqual([]);
  });

  test.each([
    ["the client", ".", "runtime/client"],
    ["the checks", "./validators", "runtime/checks"],
    ["the other dialects", "./json-schemas", "runtime/draft-07"],
    ["the makers", "./fixtures", "runtime/fixture"],
    ["the reading of requests", "./msw", "runtime/read-request"],
    ["the English texts", "./messages", "runtime/messages"],
  ])("does load %s where it is needed", (_, subpath, module) => {
    expect(reachable(graph, entries.get(subpath) ?? "", loads)).toContain(module);
  });
});

describe("a model", () => {
  const models = graph.modules.filter((each) => each.startsWith("models/"));

  test("is nothing but types", () => {
    expect(models.length).toBeGreaterThan(10);
    expect(
      models.flatMap((each) => [...reachable(graph, each, loads)].filter((other) => other !== each)),
    ).toEqual([]);
  });
});

describe("a single module of the package", () => {
  test("of an operation loads no other resource", () => {
    const applications = reachable(graph, "operations/applications", loads);
    expect([...applications].filter((each) => /^operations\/(?!applications$)/.test(each))).toEqual([]);
  });

  test("of a validator loads only the validators that it refers to", () => {
    const page = [...reachable(graph, "validators/application-list", loads)];
    expect(page.filter((each) => each.startsWith("validators/")).sort()).toEqual([
      "validators/application",
      "validators/application-list",
      "validators/callback-url",
    ]);
  });

  test("imports no package and no module of Node, but for the library that handlers are made for", () => {
    const users = graph.modules.filter((each) => packagesOf(graph, each).length > 0);
    expect(users.filter((each) => !/^msw(\/|$)/.test(each))).toEqual([]);
    expect([...new Set(users.flatMap((each) => packagesOf(graph, each)))]).toEqual(["msw"]);
  });

  test("is reached from some subpath", () => {
    const reached = new Set([...entries.values()].flatMap((each) => [...reachable(graph, each, () => true)]));
    expect(graph.modules.filter((each) => !reached.has(each))).toEqual([]);
  });

  test("does not import itself by way of others, not even for types", () => {
    expect(cyclesIn(graph)).toEqual([]);
  });
});
