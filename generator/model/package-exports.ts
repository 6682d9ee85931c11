/** What every package exports by name: the plans print it, and lowering gives none of its names to anything else. */

export interface NamedExports {
  /** The module that declares them: its path below `src`, without ending. */
  readonly module: string;
  readonly names: readonly string[];
  readonly typeOnly?: true;
}

/** What the entry exports of the client. */
export const clientExports: readonly NamedExports[] = [
  { module: "create-client", names: ["createClient"] },
  { module: "create-client", names: ["ClientDefaults", "Credentials"], typeOnly: true },
];

/** What the entry exports of the runtime, for calls. */
export const callExports: readonly NamedExports[] = [
  { module: "runtime/call", names: ["ApiCall"], typeOnly: true },
  { module: "runtime/call", names: ["isApiError"] },
  { module: "runtime/client", names: ["ApiClient", "CallOptions", "ClientOptions"], typeOnly: true },
  { module: "runtime/errors", names: ["ApiError", "ResponseError"] },
  { module: "runtime/has-status", names: ["hasStatus"] },
  { module: "runtime/middleware", names: ["Middleware"], typeOnly: true },
];

/** What stands beside the webhooks. */
export const webhookExports: readonly NamedExports[] = [
  { module: "runtime/validator", names: ["ValidationError"] },
  { module: "runtime/webhook", names: ["Receiver", "Webhook"], typeOnly: true },
];

export const exportedNames = (exports: readonly NamedExports[]): readonly string[] =>
  exports.flatMap((each) => each.names);
