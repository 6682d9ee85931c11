/** The places of a request that can hold a value of a format, and how a call gives the value there. */

/** A place: what an operation has there for values of a schema, and what a call takes for one value. */
export interface Place {
  readonly title: string;
  /** The path, where a parameter stands in it. */
  readonly path?: string;
  readonly operation: (schema: object) => object;
  readonly params: (value: unknown) => object;
  /** Values that a format has and that cannot stand here, with the reason. */
  readonly except?: Readonly<Record<string, string>> | undefined;
}

const list = (items: object): object => ({ type: "array", items });
const record = (schema: object): object => ({ type: "object", properties: { a: schema, b: schema } });

/** A value alone, in an array, in an object. */
const shapes = {
  value: { schema: (of: object) => of, value: (each: unknown) => each },
  array: { schema: list, value: (each: unknown) => [each, each] },
  object: { schema: record, value: (each: unknown) => ({ a: each, b: each }) },
} as const;

type Shape = keyof typeof shapes;

interface Style {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style: string;
  readonly explode: boolean;
  readonly shape: Shape;
}

const styles: readonly Style[] = [
  ...(["simple", "label", "matrix"] as const).flatMap((style) => everyShape("path", style)),
  ...everyShape("query", "form"),
  ...(["spaceDelimited", "pipeDelimited"] as const).flatMap((style) =>
    (["array", "object"] as const).map((shape) => ({ in: "query", style, explode: false, shape }) as const),
  ),
  { in: "query", style: "deepObject", explode: true, shape: "object" },
  ...everyShape("header", "simple"),
  ...everyShape("cookie", "form"),
];

function everyShape(place: Style["in"], style: string): readonly Style[] {
  return (Object.keys(shapes) as Shape[]).flatMap((shape) =>
    [false, true].map((explode) => ({ in: place, style, explode, shape })),
  );
}

const spaced = {
  "date-time-rfc-2822": "its spaces separate items",
  money: "its space separates items",
} as const;

/** Commas separate items where nothing is percent-encoded; so do dots where they are never percent-encoded. */
function exceptionsOf({ in: place, style, explode, shape }: Style): Place["except"] {
  if (place === "header" && shape !== "value") return { "date-time-rfc-2822": "its comma separates items" };
  if (style === "label" && explode && shape !== "value")
    return {
      "date-time": "its dot separates items",
      money: "its dot separates items",
      number: "its dot separates items",
      byte: "a slash would end the segment",
    };
  if (place === "path") return { byte: "a slash would end the segment" };
  if (style === "spaceDelimited") return spaced;
  return undefined;
}

const parameters = styles.map((each): Place => {
  const { schema, value } = shapes[each.shape];
  const name = each.in === "header" ? "x-it" : "it";
  return {
    title: `${each.in}, ${each.style}${each.explode ? " exploded" : ""}, ${each.shape}`,
    ...(each.in === "path" ? { path: "/{it}" } : {}),
    operation: (of) => ({
      parameters: [
        {
          name,
          in: each.in,
          required: each.in === "path",
          style: each.style,
          explode: each.explode,
          schema: schema(of),
        },
      ],
    }),
    params: (of) => ({ [name]: value(of) }),
    except: exceptionsOf(each),
  };
});

/** All that JSON can hold of a value. */
export const nested = {
  schema: (of: object): object => ({
    type: "object",
    properties: {
      own: of,
      list: list(of),
      lists: list(list(of)),
      record: record(of),
      records: list(record(of)),
      map: { type: "object", additionalProperties: of },
      either: { anyOf: [of, { type: "boolean" }] },
      maybe: { anyOf: [of, { type: "null" }] },
    },
  }),
  value: (each: unknown): object => ({
    own: each,
    list: [each, each],
    lists: [[each], []],
    record: { a: each, b: each },
    records: [{ a: each }, { b: each }],
    map: { x: each, "1": each },
    either: each,
    maybe: null,
  }),
};

const contentParameters = (["path", "query", "header", "cookie"] as const).map((place): Place => {
  const name = place === "header" ? "x-it" : "it";
  return {
    title: `${place}, JSON`,
    ...(place === "path" ? { path: "/{it}" } : {}),
    operation: (of) => ({
      parameters: [
        {
          name,
          in: place,
          required: place === "path",
          content: { "application/json": { schema: nested.schema(of) } },
        },
      ],
    }),
    params: (of) => ({ [name]: nested.value(of) }),
    ...(place === "path" ? { except: { byte: "a slash would end the segment" } } : {}),
  };
});

const body = (
  title: string,
  type: string,
  schema: (of: object) => object,
  value: (of: unknown) => unknown,
  encoding?: object,
): Place => ({
  title,
  operation: (of) => ({
    requestBody: {
      required: true,
      content: { [type]: { schema: schema(of), ...(encoding && { encoding }) } },
    },
  }),
  params: (of) => ({ body: value(of) }),
});

/** A body whose parts come one by one. */
function series(title: string, item: (of: object) => object, value: (of: unknown) => unknown): Place {
  const content = (of: object): object => ({ "multipart/mixed": { itemSchema: item(of) } });
  return {
    title,
    operation: (of) => ({ requestBody: { required: true, content: content(of) } }),
    params: (of) => ({ body: value(of) }),
  };
}

const form = "application/x-www-form-urlencoded";
const parts = "multipart/form-data";
const json = { contentType: "application/json" };

const fields = (of: object): object => ({
  type: "object",
  properties: { own: of, list: list(of), record: record(of), records: list(record(of)) },
});
const fieldValues = (each: unknown): object => ({
  own: each,
  list: [each, each],
  record: { a: each, b: each },
  records: [{ a: each, b: each }, { a: each }],
});

const styledFields = ["form", "spaceDelimited", "pipeDelimited", "deepObject"].flatMap((style) =>
  (style === "deepObject" ? ["object"] : ["array", "object"]).flatMap((shape) =>
    (style === "form" ? [false, true] : [style === "deepObject"]).map((explode): Place => {
      const { schema, value } = shapes[shape as Shape];
      return {
        ...body(
          `form, ${style}${explode ? " exploded" : ""}, ${shape}`,
          form,
          (of) => ({ type: "object", properties: { it: schema(of), other: { type: "string" } } }),
          (each) => ({ it: value(each), other: "text" }),
          { it: { style, explode } },
        ),
        ...(style === "spaceDelimited" ? { except: spaced } : {}),
      };
    }),
  ),
);

/** Every place of a request. */
export const places: readonly Place[] = [
  ...parameters,
  ...contentParameters,
  body("JSON body", "application/json", nested.schema, nested.value),
  body(
    "JSON body that is the value",
    "application/json",
    (of) => of,
    (each) => each,
  ),
  body(
    "text body that is the value",
    "text/plain",
    (of) => of,
    (each) => each,
  ),
  body("JSON lines", "application/jsonl", nested.schema, (each) => [nested.value(each), { own: each }]),
  body("form", form, fields, fieldValues),
  body("form with JSON fields", form, fields, fieldValues, {
    own: json,
    list: json,
    record: json,
    records: json,
  }),
  ...styledFields,
  body("parts", parts, fields, fieldValues),
  body("JSON parts", parts, fields, fieldValues, { own: json, list: json, record: json, records: json }),
  body(
    "parts in their order",
    "multipart/mixed",
    (of) => ({ type: "array", prefixItems: [of, record(of), list(of)], items: of }),
    (each) => [each, { a: each, b: each }, [each, each], each],
  ),
  series(
    "parts one by one that are values",
    (of) => of,
    (each) => [each, each],
  ),
  series("parts one by one", nested.schema, (each) => [nested.value(each), { own: each }]),
];
