/** The model of an API: everything that types, validators, fixtures, client and documentation are printed from. */
import type { Body, Response } from "./content.js";
import type { OwnFormat } from "./formats.js";
import type { KeptNames } from "./names.js";
import type { Paging } from "./paging.js";
import type { Parameter } from "./parameter.js";
import type { SchemaTable } from "./schema.js";
import type { SecurityScheme } from "./security.js";
import type { Server } from "./server.js";
import type { Webhook } from "./webhook.js";

export interface Api {
  readonly title: string;
  readonly description?: string;
  /** The base URL of the first server, without a trailing slash; empty when the description names none. */
  readonly server: string;
  /** All servers, those of single operations included. */
  readonly servers: readonly Server[];
  /** The name of the constant that holds them. */
  readonly serversName: string;
  readonly securitySchemes: readonly SecurityScheme[];
  /** Sorted by name. */
  readonly resources: readonly Resource[];
  readonly schemas: SchemaTable;
  /** The formats of the user's own that the description speaks of. Sorted by name. */
  readonly formats: readonly OwnFormat[];
  /** What the API asks of its users' servers. Sorted by name. */
  readonly webhooks: readonly Webhook[];
  /** Parameters that operations of several resources share: a client can hold defaults for them. Sorted by name. */
  readonly sharedParameters: readonly Parameter[];
  /** The names that a lock keeps. */
  readonly kept: KeptNames;
}

/** A group of operations: one file of functions and one member of the facade. */
export interface Resource {
  readonly name: string;
  /** Of its modules, without folder and ending. */
  readonly file: string;
  /** Sorted by name. */
  readonly operations: readonly Operation[];
}

export interface Operation {
  readonly pointer: string;
  /** The name of its function. */
  readonly name: string;
  /** The name of the type of its parameters. */
  readonly paramsType: string;
  /** The name of the type of its answers by status. */
  readonly responsesType: string;
  /** The name of the type of its answers' headers by status, where any are documented. */
  readonly headersType?: string;
  /** Another name for its body's schema, where that has a name of its own already. */
  readonly bodyAlias?: string;
  /** The name of its method on the facade's resource. */
  readonly method: string;
  /** The HTTP method, in capitals. */
  readonly verb: string;
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  /** In the order of the description: exact statuses, ranges such as `4XX`, `default`. */
  readonly responses: readonly Response[];
  readonly paging?: Paging;
  /** The base URL of its own server, where that is another one than the API's. */
  readonly server?: string;
  /** Alternatives; all schemes of one alternative apply together. None: no credentials are sent. */
  readonly security: readonly (readonly string[])[];
}

/** What an operation sends, for those who know the API and not the package. */
export const requestLine = ({ verb, path }: Operation): string => `${verb} ${path}`;

export function operationsOf(api: Api): readonly Operation[] {
  return api.resources.flatMap((each) => each.operations);
}
