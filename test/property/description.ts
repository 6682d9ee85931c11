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

/** A parameter that must be given. */
export interface DescribedParameter {
  readonly operationId: string;
  readonly name: string;
  /** Of its schema. */
  readonly pointer: string;
}

/** Every required parameter of every operation. */
export function requiredParameters(description: Description): readonly DescribedParameter[] {
  return Object.values(description.paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => {
      if (!isRecord(operation) || typeof operation["operationId"] !== "string") return [];
      const { operationId } = operation;
      return [item["parameters"], operation["parameters"]]
        .flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))
        .map((each) => followed(description, each))
        .flatMap(({ name, required, schema }) =>
          required ? [{ operationId, name: String(name), pointer: namedPointer(schema) }] : [],
        );
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The pointer to the schema of a body's only media type; none where there is no body. */
function schemaOf(description: Description, body: unknown): readonly string[] {
  const { content } = followed(description, body);
  const [media] = isRecord(content) ? Object.values(content) : [];
  const schema = isRecord(media) ? media["schema"] : undefined;
  return isRecord(schema) ? [namedPointer(schema)] : [];
}

/** The pointer that a reference to a named schema holds. */
function namedPointer(schema: unknown): string {
  if (!isRecord(schema) || typeof schema["$ref"] !== "string")
    throw new Error("expected a reference to a named schema");
  return schema["$ref"].slice(1);
}

/** A part of the description, or what stands where it refers to. */
function followed(description: Description, part: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(part)) return {};
  const { $ref } = part;
  if (typeof $ref !== "string") return part;
  const steps = $ref.slice(2).split("/");
  const found = steps.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description);
  return followed(description, found);
}
