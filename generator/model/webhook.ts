/** Webhooks and callbacks: what the API asks of its users' servers. */
import type { Body, Response } from "./content.js";

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
