/** Webhooks and callbacks: what the API asks of its users' servers. */
import type { Body, Response } from "./content.js";
import type { Parameter } from "./parameter.js";

export interface Webhook {
  readonly pointer: string;
  /** Of its constant. */
  readonly name: string;
  /** Of the type of its payload. */
  readonly payloadType: string;
  /** Of the type of its answers by status. */
  readonly answersType: string;
  /** Of what makes its payloads. */
  readonly factory: string;
  /** What the sender puts on the call beside the body, where anything is. */
  readonly request?: WebhookRequest;
  /** The HTTP method, in capitals. */
  readonly verb: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** As it is received. */
  readonly body?: Body;
  /** As they are given. */
  readonly responses: readonly Response[];
}

/** A request of a webhook as a whole: its parameters by name, and its payload as `body`. */
export interface WebhookRequest {
  /** At least one, and none in the path: the URL is the receiver's own. */
  readonly parameters: readonly Parameter[];
  /** Of its type. */
  readonly type: string;
  /** Of what makes such values. */
  readonly factory: string;
}
