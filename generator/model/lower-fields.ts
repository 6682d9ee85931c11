/** Fields of OpenAPI objects whose names are misspelled: nobody reads them, so what their author meant is not there. */
import type { Report } from "../diagnostics.js";
import { operationFields } from "../fields.js";
import { type Json, isArray, isObject, joinPointer } from "../json.js";
import { suggestion } from "../suggestion.js";

/** An object of OpenAPI: its fields, and what stands in those that hold other objects. */
interface Form {
  readonly fields: readonly string[];
  readonly holds?: Readonly<Record<string, Held>>;
}

/** One object, a list of them, or a map of them by names that are anything. */
type Held = { readonly one: Form } | { readonly list: Form } | { readonly map: Form };

const words = (text: string): readonly string[] => text.split(" ");

const mediaType: Form = {
  fields: words("schema itemSchema example examples encoding prefixEncoding itemEncoding"),
};
const header: Form = {
  fields: words("description required deprecated style explode schema example examples content"),
  holds: { content: { map: mediaType } },
};
const parameter: Form = {
  fields: [...header.fields, ...words("name in allowEmptyValue allowReserved")],
  holds: { content: { map: mediaType } },
};
const requestBody: Form = {
  fields: words("description content required"),
  holds: { content: { map: mediaType } },
};
const response: Form = {
  fields: words("summary description headers content links"),
  holds: { headers: { map: header }, content: { map: mediaType } },
};
const operation: Form = {
  fields: words(
    "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
  ),
  holds: {
    parameters: { list: parameter },
    requestBody: { one: requestBody },
    responses: { map: response },
  },
};
const pathItem: Form = {
  fields: [...words("summary description servers parameters additionalOperations"), ...operationFields],
  holds: {
    parameters: { list: parameter },
    additionalOperations: { map: operation },
    ...Object.fromEntries(operationFields.map((each) => [each, { one: operation }])),
  },
};
const securityScheme: Form = {
  fields: words(
    "type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated",
  ),
};
const components: Form = {
  fields: words(
    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes",
  ),
  holds: {
    responses: { map: response },
    parameters: { map: parameter },
    requestBodies: { map: requestBody },
    headers: { map: header },
    securitySchemes: { map: securityScheme },
    pathItems: { map: pathItem },
    mediaTypes: { map: mediaType },
  },
};
const info: Form = {
  fields: words("title summary description termsOfService contact license version"),
};
const description: Form = {
  fields: words(
    "openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs $self",
  ),
  holds: {
    info: { one: info },
    paths: { map: pathItem },
    webhooks: { map: pathItem },
    components: { one: components },
  },
};

/** Tells of fields that are one or two letters away from those of their object; what is unlike all of them may be anything. */
export function reportUnknownFields(data: Json, report: Report): void {
  const visit = (value: Json, pointer: string, { fields, holds = {} }: Form): void => {
    if (!isObject(value) || "$ref" in value) return;
    for (const [key, held] of Object.entries(value)) {
      const at = joinPointer(pointer, key);
      const meant = fields.includes(key) || key.startsWith("x-") ? undefined : suggestion(key, fields);
      if (meant !== undefined) report("field-unknown", at, `${key}; did you mean ${meant}?`);
      const form = Object.hasOwn(holds, key) ? holds[key] : undefined;
      if (form !== undefined) visitHeld(held, at, form);
    }
  };
  const visitHeld = (value: Json, pointer: string, held: Held): void => {
    if ("one" in held) return visit(value, pointer, held.one);
    if ("list" in held) {
      if (isArray(value)) value.forEach((each, i) => visit(each, joinPointer(pointer, String(i)), held.list));
    } else if (isObject(value))
      for (const [name, each] of Object.entries(value)) visit(each, joinPointer(pointer, name), held.map);
  };
  visit(data, "", description);
}
