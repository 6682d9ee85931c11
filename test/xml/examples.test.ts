/** The examples of the XML Object (OpenAPI 3.1.1, section 4.8.26.2), byte by byte and both ways. */
import { beforeAll, describe, expect, test } from "vitest";
import { type EmittedXml, emittedXml } from "./emitted-xml.js";

const string = { type: "string" };
/** An object with one property, `animals`. */
const animals = (schema: object): object => ({
  type: "object",
  required: ["animals"],
  xml: { name: "root" },
  properties: { animals: schema },
});
const array = (xml: object | undefined, itemXml: object | undefined): object =>
  animals({
    type: "array",
    items: { ...string, ...(itemXml && { xml: itemXml }) },
    ...(xml && { xml }),
  });

const schemas = {
  NoElement: animals(string),
  NoElementArray: array(undefined, undefined),
  Replaced: animals({ ...string, xml: { name: "animal" } }),
  Person: {
    type: "object",
    properties: {
      id: { type: "integer", format: "int32", xml: { attribute: true } },
      name: { ...string, xml: { namespace: "https://example.com/schema/sample", prefix: "sample" } },
    },
  },
  Items: array(undefined, { name: "animal" }),
  OuterIgnored: array({ name: "aliens" }, { name: "animal" }),
  Wrapped: array({ wrapped: true }, undefined),
  WrappedItems: array({ wrapped: true }, { name: "animal" }),
  BothNames: array({ name: "aliens", wrapped: true }, { name: "animal" }),
  OuterOnly: array({ name: "aliens", wrapped: true }, undefined),
  // OpenAPI 3.2, section 4.26, says the same by `nodeType`.
  ElementNode: array({ name: "aliens", nodeType: "element" }, { name: "animal", nodeType: "element" }),
  NoNode: array({ nodeType: "none" }, { name: "animal" }),
  AttributeNode: animals({ ...string, xml: { nodeType: "attribute" } }),
  Nullable: animals({ type: ["number", "null"], xml: { nodeType: "attribute" } }),
  Kinds: {
    type: "array",
    xml: { nodeType: "element", name: "animals" },
    items: {
      xml: { name: "animal" },
      properties: {
        kind: { ...string, xml: { nodeType: "attribute" } },
        legs: { type: "integer", xml: { nodeType: "text", name: "ignored" } },
      },
    },
  },
  Documentation: {
    type: "object",
    properties: { content: { ...string, contentMediaType: "text/html", xml: { nodeType: "cdata" } } },
  },
  Page: {
    type: "object",
    required: ["content"],
    properties: { content: { ...string, xml: { nodeType: "cdata" } }, title: string },
  },
  NoElementOfItsOwn: {
    type: "object",
    xml: { nodeType: "none" },
    properties: { content: { ...string, xml: { nodeType: "text" } } },
  },
  StoredDocument: {
    $ref: "#/components/schemas/NoElementOfItsOwn",
    xml: { nodeType: "element", name: "StoredDocument" },
  },
  RefersWithoutNode: animals({ $ref: "#/components/schemas/StoredDocument", xml: { nodeType: "none" } }),
  WrapsReference: animals({ $ref: "#/components/schemas/Plain", xml: { nodeType: "element" } }),
  Plain: { type: "array", items: { ...string, xml: { name: "animal" } } },
};
/** Those that are only a part of others. */
const parts = ["NoElementOfItsOwn", "Plain"];

let xml: EmittedXml;
beforeAll(async () => {
  xml = await emittedXml(schemas, parts);
});

const inRoot = (inside: string): string => `<root>${inside}</root>`;
const values = { animals: ["one", "two"] };

describe("the standard's example", () => {
  test.each<readonly [string, keyof typeof schemas, unknown, string]>([
    ["no XML element", "NoElement", { animals: "x" }, inRoot("<animals>x</animals>")],
    ["an array", "NoElementArray", values, inRoot("<animals>one</animals><animals>two</animals>")],
    ["a replaced name", "Replaced", { animals: "x" }, inRoot("<animal>x</animal>")],
    [
      "attribute, prefix and namespace",
      "Person",
      { id: 123, name: "example" },
      '<Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></Person>',
    ],
    ["a name of items", "Items", values, inRoot("<animal>one</animal><animal>two</animal>")],
    [
      "an outer name without effect",
      "OuterIgnored",
      values,
      inRoot("<animal>one</animal><animal>two</animal>"),
    ],
    [
      "a wrapped array without names",
      "Wrapped",
      values,
      inRoot("<animals><animals>one</animals><animals>two</animals></animals>"),
    ],
    [
      "a wrapped array with a name of items",
      "WrappedItems",
      values,
      inRoot("<animals><animal>one</animal><animal>two</animal></animals>"),
    ],
    [
      "a wrapped array with both names",
      "BothNames",
      values,
      inRoot("<aliens><animal>one</animal><animal>two</animal></aliens>"),
    ],
    [
      "a wrapped array with the outer name alone",
      "OuterOnly",
      values,
      inRoot("<aliens><aliens>one</aliens><aliens>two</aliens></aliens>"),
    ],
    [
      "an array that is an element node",
      "ElementNode",
      values,
      inRoot("<aliens><animal>one</animal><animal>two</animal></aliens>"),
    ],
    ["an array that is no node", "NoNode", values, inRoot("<animal>one</animal><animal>two</animal>")],
    ["an attribute node", "AttributeNode", { animals: "x" }, '<root animals="x"/>'],
    ["an attribute that is null", "Nullable", { animals: null }, "<root/>"],
    ["an attribute that may be null", "Nullable", { animals: 4 }, '<root animals="4"/>'],
    [
      "elements with attributes and text",
      "Kinds",
      [{ kind: "Cat", legs: 4 }, { kind: "Eel" }, { legs: 2 }],
      '<animals><animal kind="Cat">4</animal><animal kind="Eel"/><animal>2</animal></animals>',
    ],
    [
      "a CDATA section",
      "Documentation",
      { content: " <html>&amp;</html>\n" },
      "<Documentation><![CDATA[ <html>&amp;</html>\n]]></Documentation>",
    ],
    [
      "a CDATA section of what would end it or change",
      "Documentation",
      { content: "\ra]]>b\r\n" },
      "<Documentation><![CDATA[]]>&#13;<![CDATA[a]]]]><![CDATA[>b]]>&#13;<![CDATA[\n]]></Documentation>",
    ],
    ["no CDATA section", "Documentation", {}, "<Documentation/>"],
    [
      "a CDATA section beside elements",
      "Page",
      { content: "<p>", title: "T" },
      "<Page><![CDATA[<p>]]><title>T</title></Page>",
    ],
    ["an empty text that must be there", "Page", { content: "" }, "<Page/>"],
    [
      "an element of a reference to what is none",
      "StoredDocument",
      { content: "<x>" },
      "<StoredDocument>&lt;x&gt;</StoredDocument>",
    ],
    [
      "a reference that is no node",
      "RefersWithoutNode",
      { animals: { content: "x" } },
      inRoot("<StoredDocument>x</StoredDocument>"),
    ],
    [
      "an element around a list that is referred to",
      "WrapsReference",
      values,
      inRoot("<animals><animal>one</animal><animal>two</animal></animals>"),
    ],
  ])("%s", (_, name, value, text) => {
    expect(xml.write(name, value)).toBe(text);
    expect(xml.read(name, text)).toEqual(value);
  });
});

test("a CDATA section is read with white space around it, and a text without one as well", () => {
  const read = (inside: string): unknown => xml.read("Page", `<Page>${inside}<title>T</title>\n</Page>`);
  expect(read("\n  <![CDATA[ <p> ]]>\n  ")).toEqual({ content: " <p> ", title: "T" });
  expect(read("a &lt; b")).toMatchObject({ title: "T", content: expect.stringMatching(/^a < b/) as string });
  expect(read("\n ")).toEqual({ content: "", title: "T" });
});
