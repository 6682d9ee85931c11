/** A description with one text in every position that holds text. */

type Described = { readonly [key: string]: unknown };

/** A JSON Pointer of one of the component schemas, as a URI fragment (RFC 6901, section 6). */
const refTo = (name: string): string =>
  `#/components/schemas/${encodeURIComponent(wellFormed(name).replaceAll("~", "~0").replaceAll("/", "~1"))}`;

/** The place of a property, as a JSON Pointer (RFC 6901). */
const pointerTo = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** A lone surrogate cannot stand in a URI. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Slashes may stand as they are in a pattern, and would end a literal. */
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Braces belong to a path's own syntax; everything else may stand in one. */
const withoutBraces = (text: string): string => text.replace(/[{}]/g, "");

const documented = (text: string): Described => ({
  summary: text,
  description: text,
  externalDocs: { description: text, url: text },
  [`x-${text}`]: { [text]: [text] },
});

function schemas(text: string): Described {
  const name = wellFormed(text);
  const annotations = { title: text, description: text, $comment: text, [`x-${text}`]: text };
  return {
    [name]: {
      ...annotations,
      type: "object",
      required: [text],
      properties: {
        [text]: { ...annotations, type: "string", default: text, examples: [text] },
        [`${text}'s`]: { type: "string", format: text },
        nested: { type: "object", properties: { [text]: { ...annotations, type: ["string", "null"] } } },
        recursive: { $ref: refTo(name), description: text },
      },
      patternProperties: { [escapePattern(text)]: { type: "string" } },
    },
    Listed: { ...annotations, type: "string", enum: [text, `${text}${text}`, "harmless"] },
    Fixed: { const: { [text]: text, list: [text] } },
    Matching: { ...annotations, type: "string", pattern: `^${escapePattern(text)}[0-9]$` },
    Closed: {
      type: "object",
      properties: { [text]: { const: text } },
      additionalProperties: false,
    },
    Open: { ...annotations, type: "object", additionalProperties: { type: "string", description: text } },
    First: { type: "object", required: [text], properties: { [text]: { type: "string" } } },
    Second: { type: "object", required: [text], properties: { [text]: { type: "string" } } },
    Tagged: {
      oneOf: [{ $ref: "#/components/schemas/First" }, { $ref: "#/components/schemas/Second" }],
      discriminator: {
        propertyName: text,
        mapping: { [text]: "#/components/schemas/First", other: "Second" },
      },
    },
    Page: {
      type: "object",
      required: [text],
      properties: {
        [text]: { type: "array", items: { $ref: refTo(name) } },
        [`next ${text}`]: { type: ["string", "null"] },
      },
    },
  };
}

function parameters(text: string): readonly Described[] {
  const common = {
    description: text,
    [`x-${text}`]: text,
    examples: { [text]: { summary: text, value: text } },
  };
  return [
    { name: withoutBraces(text), in: "path", required: true, schema: { type: "string" }, ...common },
    {
      name: `query ${text}`,
      in: "query",
      schema: { type: "string", enum: [text], default: text },
      ...common,
    },
    { name: text, in: "query", schema: { type: "array", items: { type: "string" } }, ...common },
    { name: `header ${text}`, in: "header", schema: { type: "string" }, deprecated: true, ...common },
    { name: `cookie ${text}`, in: "cookie", schema: { type: "string" }, ...common },
  ];
}

function operations(text: string): Described {
  const path = `/${withoutBraces(text)}/{${withoutBraces(text)}}`;
  const ref = { $ref: refTo(wellFormed(text)) };
  const error = {
    description: text,
    content: { "text/plain": { schema: { type: "string" }, example: text } },
  };
  return {
    [path]: {
      ...documented(text),
      parameters: parameters(text),
      post: {
        ...documented(text),
        operationId: text,
        tags: [text],
        security: [{ [text]: [text] }, { key: [] }],
        requestBody: {
          description: text,
          required: true,
          content: {
            [`application/json;${text}`]: { schema: ref, examples: { [text]: { value: { [text]: text } } } },
          },
        },
        responses: {
          "200": {
            description: text,
            headers: { [text]: { description: text, schema: { type: "string", enum: [text] } } },
            content: { [`application/json;${text}`]: { schema: ref, example: { [text]: text } } },
            links: { [text]: { operationId: text, description: text, parameters: { [text]: text } } },
          },
          "404": error,
          default: error,
        },
      },
      get: {
        ...documented(text),
        operationId: `list ${text}`,
        deprecated: true,
        responses: { "200": { description: text, content: { "application/json": { schema: page } } } },
        "x-specwright": {
          resource: `curated ${text}`,
          name: `curated ${text}`,
          method: text,
          paging: { strategy: "next-link", items: pointerTo(text), next: pointerTo(`next ${text}`) },
        },
      },
      put: {
        ...documented(text),
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                description: text,
                properties: { [text]: { type: "string", description: text } },
              },
              example: { [text]: text },
            },
          },
        },
        responses: {
          "200": { description: text, content: { [`text/plain;${text}`]: { schema: { type: "string" } } } },
        },
      },
    },
  };
}

const page = { $ref: "#/components/schemas/Page" };

/** The description, ready to be written as JSON. */
export function describeWith(text: string): Described {
  return {
    openapi: "3.1.0",
    info: {
      title: text,
      summary: text,
      description: text,
      version: text,
      termsOfService: text,
      contact: { name: text, url: text, email: text },
      license: { name: text, identifier: text },
      [`x-${text}`]: text,
    },
    externalDocs: { description: text, url: text },
    tags: [{ name: text, description: text, externalDocs: { description: text, url: text } }],
    servers: [
      {
        url: `https://example.com/${text}/{variable}`,
        description: text,
        variables: { variable: { default: text, enum: [text], description: text } },
      },
    ],
    security: [{ [text]: [] }],
    paths: operations(text),
    components: {
      schemas: schemas(text),
      securitySchemes: {
        [text]: { type: "http", scheme: "basic", description: text, bearerFormat: text },
        key: { type: "apiKey", in: "header", name: text, description: text },
        "query key": { type: "apiKey", in: "query", name: text },
        "cookie key": { type: "apiKey", in: "cookie", name: text },
      },
      examples: { [text]: { summary: text, value: text } },
    },
    [`x-${text}`]: { [text]: text },
  };
}
