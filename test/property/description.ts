/** Reads what an OpenAPI description says of bodies, with as little code as possible and none of the generator's. */

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** A request body, or a response with its status. */
export interface DescribedBody {
  readonly operationId: string;
  readonly status?: string;
  /** Of its schema. */
  readonly pointer: string;
}

export function schemaNames(description: Description): readonly string[] {
  return Object.keys(description.components.schemas);
}

/** Every request body and every response that has a schema. */
export function bodies(description: Description): readonly DescribedBody[] {
  return Object.values(description.paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => {
      if (!isRecord(operation) || typeof operation["operationId"] !== "string") return [];
      const { operationId, requestBody, responses } = operation;
      const answers = isRecord(responses) ? Object.entries(responses) : [];
      return [
        ...schemaOf(description, requestBody).map((pointer) => ({ operationId, pointer })),
        ...answers.flatMap(([status, each]) =>
          schemaOf(description, each).map((pointer) => ({ operationId, status, pointer })),
        ),
      ];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The pointer to the schema of a body's only media type; none where there is no body. */
function schemaOf(description: Description, body: unknown): readonly string[] {
  const [media] = Object.values(contentOf(description, body));
  const schema = isRecord(media) ? media["schema"] : undefined;
  if (!isRecord(schema)) return [];
  if (typeof schema["$ref"] !== "string") throw new Error("expected a reference to a named schema");
  return [schema["$ref"].slice(1)];
}

function contentOf(description: Description, body: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(body)) return {};
  const { $ref, content } = body;
  if (typeof $ref !== "string") return isRecord(content) ? content : {};
  return contentOf(
    description,
    $ref
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description),
  );
}
