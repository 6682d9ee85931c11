import { children, isObject, operations, root, step, type Operation, type Place } from "./document.js";

export interface Example {
  readonly schema: Place;
  readonly value: Place;
}

/** A media type of a request body or a response. */
export interface Body {
  readonly title: string;
  /** The status of a response. */
  readonly status: string | undefined;
  readonly owner: Place;
  readonly mediaType: Place;
}

export function lastKey(place: Place): string {
  return place.pointer.at(-1) ?? "";
}

/** The examples that stand beside a schema, in a media type or a parameter. */
export function examplesBeside(owner: Place): Example[] {
  const schema = step(owner, "schema");
  if (!schema) return [];
  const single = step(owner, "example");
  const named = children(step(owner, "examples")).map((example) => step(example, "value"));
  return [single, ...named].flatMap((value) => (value ? [{ schema, value }] : []));
}

/** The examples that stand in a schema itself, not in what it refers to. */
function examplesInside(schema: Place): Example[] {
  const single = children(schema).filter((next) => lastKey(next) === "example");
  const several = children(schema).filter((next) => lastKey(next) === "examples");
  return [...single, ...several.flatMap(children)].map((value) => ({ schema, value }));
}

const SCHEMAS = ["properties", "patternProperties", "$defs", "dependentSchemas", "allOf", "anyOf", "oneOf"];
const SCHEMA = ["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"];

function* inSchema(schema: Place): Generator<Example> {
  yield* examplesInside(schema);
  for (const next of children(schema)) {
    if (SCHEMAS.includes(lastKey(next))) for (const inner of children(next)) yield* inSchema(inner);
    if (SCHEMA.includes(lastKey(next))) yield* inSchema(next);
  }
}

function* inDocument(place: Place): Generator<Example> {
  if (isObject(place.value) && "$ref" in place.value) return;
  yield* examplesBeside(place);
  for (const next of children(place)) {
    const key = lastKey(next);
    if (key === "schema") yield* inSchema(next);
    else if (key === "schemas") for (const schema of children(next)) yield* inSchema(schema);
    else if (!key.startsWith("x-") && key !== "example" && key !== "examples") yield* inDocument(next);
  }
}

/** Every example in the document, wherever it stands, with the schema it has to satisfy. */
export function allExamples(): Example[] {
  return [...inDocument(root)];
}

/** The media types of the request body and of every response of an operation. */
export function bodiesOf(operation: Operation): Body[] {
  const request = step(operation.place, "requestBody");
  const owners = children(step(operation.place, "responses"));
  return [...(request ? [request] : []), ...owners].flatMap((owner) =>
    children(step(owner, "content")).map((mediaType) => {
      const status = owner === request ? undefined : lastKey(owner);
      const title = `${operation.id}, ${status === undefined ? "request" : `response ${status}`}`;
      return { title, status, owner, mediaType };
    }),
  );
}

export function allBodies(): Body[] {
  return [...operations.values()].flatMap(bodiesOf);
}
