/** What the standards say that parameters look like on the wire, and what we say where they say nothing. */
import type { Written } from "./parameter-description.js";

type Type = "empty" | "string" | "array" | "object";

const values: Readonly<Record<Type, unknown>> = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
};

const string = { type: "string" };
const strings = { type: "array", items: string };
const texts = { type: "object", additionalProperties: string };
const schemas: Readonly<Record<Type, object>> = {
  empty: string,
  string,
  array: strings,
  object: {
    type: "object",
    properties: { R: { type: "integer" }, G: { type: "integer" }, B: { type: "integer" } },
  },
};

/** A row of the table of style examples: what is written for empty, string, array and object, where that is defined. */
type Row = readonly [
  place: Written["in"],
  style: string,
  explode: boolean,
  ...written: readonly (string | undefined)[],
];

/** OpenAPI 3.1.1, section 4.8.12.4; the rows of style `cookie` are those of OpenAPI 3.2, section 4.12.4. */
const table: readonly Row[] = [
  ["path", "matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  [
    "path",
    "matrix",
    true,
    ";color",
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
  ["path", "label", false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["path", "label", true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  // An empty value of style simple is refused: the path would be another one.
  ["path", "simple", false, undefined, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["path", "simple", true, undefined, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["header", "simple", false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["header", "simple", true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["query", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  ["query", "form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  [
    ...(["query", "spaceDelimited", false] as const),
    ...([undefined, undefined, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"] as const),
  ],
  [
    ...(["query", "pipeDelimited", false] as const),
    ...([undefined, undefined, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"] as const),
  ],
  [
    ...(["query", "deepObject", true] as const),
    ...([undefined, undefined, undefined, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"] as const),
  ],
  ["cookie", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  // The table's own separator would make one cookie of them, as its appendix D warns.
  [
    "cookie",
    "form",
    true,
    "color=",
    "color=blue",
    "color=blue; color=black; color=brown",
    "R=100; G=200; B=150",
  ],
  ["cookie", "cookie", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  [
    "cookie",
    "cookie",
    true,
    "color=",
    "color=blue",
    "color=blue; color=black; color=brown",
    "R=100; G=200; B=150",
  ],
];

export interface Example extends Written {
  readonly title: string;
  readonly value: unknown;
  /** What stands in the path, in the query without its question mark, in the header or in the cookie header. */
  readonly written: string;
}

/** The words as one identifier. */
const nameOf = (first: string, ...words: readonly string[]): string =>
  first + words.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join("");

const tableExamples: readonly Example[] = table.flatMap(([place, style, explode, ...written]) =>
  (Object.keys(values) as Type[]).flatMap((type, i): readonly Example[] => {
    const text = written[i];
    if (text === undefined) return [];
    return [
      {
        title: `${style} in ${place}${explode ? ", exploded" : ""}: ${type}`,
        operationId: nameOf(place, style, explode ? "exploded" : "", type),
        in: place,
        name: "color",
        fields: { style, explode, schema: schemas[type] },
        // A label without a text in front would be the segment itself.
        ...(place === "path" ? { path: "/x{color}" } : {}),
        value: values[type],
        written: text,
      },
    ];
  }),
);

/** RFC 6570, section 3.2: the variables of its examples. */
const variables = {
  var: "value",
  hello: "Hello World!",
  half: "50%",
  empty: "",
  path: "/foo/bar",
  base: "http://example.com/home/",
  who: "fred",
  dom: ["example", "com"],
  list: ["red", "green", "blue"],
  keys: { semi: ";", dot: ".", comma: "," },
} as const;

/** The expression, and its expansion; `X` is what stands in front of it. */
const expansions: readonly (readonly [section: string, expression: string, expansion: string])[] = [
  ["3.2.2", "{var}", "value"],
  ["3.2.2", "{hello}", "Hello%20World%21"],
  ["3.2.2", "{half}", "50%25"],
  ["3.2.2", "{list}", "red,green,blue"],
  ["3.2.2", "{list*}", "red,green,blue"],
  ["3.2.2", "{keys}", "semi,%3B,dot,.,comma,%2C"],
  ["3.2.2", "{keys*}", "semi=%3B,dot=.,comma=%2C"],
  ["3.2.5", "{.who}", ".fred"],
  ["3.2.5", "{.half}", ".50%25"],
  ["3.2.5", "{.dom*}", ".example.com"],
  ["3.2.5", "{.var}", ".value"],
  ["3.2.5", "{.empty}", "."],
  ["3.2.5", "{.list}", ".red,green,blue"],
  ["3.2.5", "{.list*}", ".red.green.blue"],
  ["3.2.5", "{.keys}", ".semi,%3B,dot,.,comma,%2C"],
  ["3.2.5", "{.keys*}", ".semi=%3B.dot=..comma=%2C"],
  ["3.2.7", "{;who}", ";who=fred"],
  ["3.2.7", "{;half}", ";half=50%25"],
  ["3.2.7", "{;empty}", ";empty"],
  ["3.2.7", "{;hello}", ";hello=Hello%20World%21"],
  ["3.2.7", "{;list}", ";list=red,green,blue"],
  ["3.2.7", "{;list*}", ";list=red;list=green;list=blue"],
  ["3.2.7", "{;keys}", ";keys=semi,%3B,dot,.,comma,%2C"],
  ["3.2.7", "{;keys*}", ";semi=%3B;dot=.;comma=%2C"],
  ["3.2.8", "{?who}", "who=fred"],
  ["3.2.8", "{?half}", "half=50%25"],
  ["3.2.8", "{?empty}", "empty="],
  ["3.2.8", "{?hello}", "hello=Hello%20World%21"],
  ["3.2.8", "{?list}", "list=red,green,blue"],
  ["3.2.8", "{?list*}", "list=red&list=green&list=blue"],
  ["3.2.8", "{?keys}", "keys=semi,%3B,dot,.,comma,%2C"],
  ["3.2.8", "{?keys*}", "semi=%3B&dot=.&comma=%2C"],
  // What `allowReserved` makes of a value is that of section 3.2.3, behind the name of section 3.2.8.
  ["3.2.3", "{?+var}", "var=value"],
  ["3.2.3", "{?+hello}", "hello=Hello%20World!"],
  ["3.2.3", "{?+half}", "half=50%25"],
  ["3.2.3", "{?+path}", "path=/foo/bar"],
  ["3.2.3", "{?+base}", "base=http://example.com/home/"],
  ["3.2.3", "{?+list}", "list=red,green,blue"],
];

const pathStyles: Readonly<Record<string, string>> = { "": "simple", ".": "label", ";": "matrix" };

const expansionExamples: readonly Example[] = expansions.map(([section, expression, written], i) => {
  const [, operator = "", name = "", star = ""] = /^\{([.;?+]*)(\w+)(\*?)\}$/.exec(expression) ?? [];
  const value: unknown = variables[name as keyof typeof variables];
  const inPath = !operator.startsWith("?");
  const schema = typeof value === "string" ? string : Array.isArray(value) ? strings : texts;
  return {
    title: `RFC 6570, section ${section}: ${expression}`,
    operationId: `expansion${i}`,
    in: inPath ? "path" : "query",
    name,
    fields: {
      schema,
      explode: star === "*",
      ...(inPath ? { style: pathStyles[operator] } : {}),
      ...(operator === "?+" ? { allowReserved: true } : {}),
    },
    ...(inPath ? { path: `/x{${name}}` } : {}),
    value,
    written,
  };
});

const parameter = (
  title: string,
  place: Written["in"],
  fields: object,
  value: unknown,
  written: string,
  name: string = "a",
): Example => ({ title, operationId: title, in: place, name, fields, value, written });

const filter = {
  type: "object",
  properties: {
    a: { type: "object", properties: { b: { type: "integer" } } },
    list: { type: "array", items: { type: "integer" } },
  },
  additionalProperties: true,
};
const point = { type: "object", properties: { x: { type: "number" }, y: { type: ["number", "null"] } } };
const content = (type: string, schema: object): object => ({ content: { [type]: { schema } } });
const reserved = { allowReserved: true };
const joined = { explode: false };

/** What the standards leave open, and what they only say in words. */
const ourExamples: readonly Example[] = [
  parameter(
    "deep objects",
    "query",
    { style: "deepObject", schema: filter },
    { a: { b: 1 } },
    "a%5Ba%5D%5Bb%5D=1",
  ),
  parameter(
    "lists in deep objects",
    "query",
    { style: "deepObject", schema: filter },
    { list: [1, 2] },
    "a%5Blist%5D=1&a%5Blist%5D=2",
  ),
  parameter(
    "deep objects and undefined",
    "query",
    { style: "deepObject", schema: filter },
    { a: undefined, n: null, list: [] },
    "a%5Bn%5D=",
  ),
  parameter(
    "names in deep objects",
    "query",
    { style: "deepObject", schema: filter },
    { "x&y": "#" },
    "a%5Bx%26y%5D=%23",
  ),
  parameter(
    "lists in objects",
    "query",
    { schema: { type: "object", properties: { ids: strings } } },
    { ids: ["1", "2"] },
    "ids=1&ids=2",
  ),
  parameter(
    "exploded spaces",
    "query",
    { style: "spaceDelimited", explode: true, schema: strings },
    ["1", "2"],
    "a=1&a=2",
  ),
  parameter(
    "exploded pipes",
    "query",
    { style: "pipeDelimited", explode: true, schema: strings },
    ["1", "2"],
    "a=1&a=2",
  ),
  parameter("null in an object", "query", { schema: point }, { x: 0, y: null }, "x=0&y="),
  parameter("undefined in an object", "query", { ...joined, schema: point }, { x: undefined, y: 1 }, "a=y,1"),
  parameter(
    "null in a list",
    "query",
    { ...joined, schema: { type: "array", items: { type: ["null", "string"] } } },
    ["b", null, undefined],
    "a=b,",
  ),
  parameter("an empty list in one", "query", { ...joined, schema: strings }, [], "a="),
  parameter("an empty list", "query", { schema: strings }, [], ""),
  parameter("an empty object", "query", { schema: point }, {}, ""),
  parameter("an empty object in one", "query", { ...joined, schema: point }, {}, "a="),
  parameter("an empty matrix", "path", { style: "matrix", explode: true, schema: point }, {}, ";a"),
  parameter("an empty value", "query", { allowEmptyValue: true, schema: { type: "integer" } }, "", "a="),
  parameter(
    "all that is reserved",
    "query",
    { ...reserved, schema: string },
    ":/?#[]@!$&()*+,;=",
    "a=:/?%23%5B%5D@!$%26()*%2B,;=",
  ),
  parameter("what is encoded already", "query", { ...reserved, schema: string }, "%41%zz%", "a=%41%25zz%25"),
  parameter(
    "a reserved list in one",
    "query",
    { ...reserved, ...joined, schema: strings },
    ["a,b", "/"],
    "a=a%2Cb,/",
  ),
  parameter("a reserved object", "query", { ...reserved, schema: point }, { x: "/" }, "x=/"),
  parameter(
    "a reserved deep object",
    "query",
    { ...reserved, style: "deepObject", schema: filter },
    { "/": "/" },
    "a%5B%2F%5D=/",
  ),
  parameter(
    "JSON in the query",
    "query",
    content("application/json", filter),
    { a: { b: 1 } },
    "a=%7B%22a%22%3A%7B%22b%22%3A1%7D%7D",
  ),
  parameter("JSON in a path", "path", content("application/json", strings), ["ü"], "%5B%22%C3%BC%22%5D"),
  parameter(
    "JSON in a header",
    "header",
    content("application/problem+json", filter),
    { ü: ["\n"] },
    '{"\\u00fc":["\\n"]}',
    "x-a",
  ),
  parameter(
    "JSON in a cookie",
    "cookie",
    content("application/json", strings),
    ["a;b"],
    "a=%5B%22a%3Bb%22%5D",
  ),
  parameter("text in the query", "query", content("text/plain", string), "a b", "a=a%20b"),
  parameter("escapes in cookies", "cookie", { schema: string }, "a; b=c", "a=a%3B%20b%3Dc"),
  parameter("no escapes in cookies", "cookie", { style: "cookie", schema: string }, 'a%20"b"', 'a=a%20"b"'),
  parameter("odd names", "query", { schema: { type: "integer" } }, 1, "StartTime%3C=1", "StartTime<"),
];

export const examples: readonly Example[] = [
  ...tableExamples,
  ...expansionExamples,
  ...ourExamples.map((each, i) => ({ ...each, operationId: `ours${i}` })),
];
