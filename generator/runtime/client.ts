/** The client that operations send their requests with. */
import type { Authorize } from "./auth.js";
import type { RequestBody } from "./body.js";
import type { Middleware, Send } from "./middleware.js";
import { type PathValues, expand } from "./path.js";

/** What every client can be told. */
export interface ClientOptions<Defaults extends object = object> {
  /** Where the API is. */
  readonly baseUrl?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which a request is given up. */
  readonly timeout?: number;
  /** Values for parameters that most calls share. */
  readonly defaults?: Defaults;
  /** What each request passes through; the first is outermost. */
  readonly middleware?: readonly Middleware[];
  /** Checks what calls send and get. */
  readonly validation?: Validation;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** What one call can be told. */
export interface CallOptions {
  /** Sent with this request; they win over those of the client and of the operation. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives the request up. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the request is given up; wins over that of the client, `Infinity` lifts it. */
  readonly timeout?: number;
  /** What this request passes through in place of the client's middleware. */
  readonly middleware?: readonly Middleware[];
  /** Checks what this call sends and gets, in place of the client's validation. */
  readonly validation?: Validation;
  /** Where the request goes instead of the client's base URL, or of the server that the operation has of its own. */
  readonly baseUrl?: string;
}

/** What checks calls; `validation` of the subpath `/checks` makes it. */
export interface Validation {
  /** Throws where the parameters of a call are not as the description says. */
  request(request: OperationRequest, params: object): void;
  /** Throws where an answer is not. */
  response(
    request: OperationRequest,
    answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
  ): void;
}

/** Made by `createClient`. `Defaults` are the parameters that its calls may leave out. */
export interface ApiClient<Defaults extends object = object> extends ClientOptions<Defaults> {
  readonly baseUrl: string;
  /** How each security scheme marks a request, by its name; absent where no credentials were given. */
  readonly credentials: Readonly<Record<string, Authorize | undefined>>;
}

/** The parameters of an operation, or each of several choices; those that the client surely has a default for may be left out. */
export type Params<P, Defaults> = P extends unknown
  ? Omit<P, Held<Defaults>> & Partial<Pick<P, keyof P & Held<Defaults>>>
  : never;

type Held<Defaults> = { [K in keyof Defaults]-?: {} extends Pick<Defaults, K> ? never : K }[keyof Defaults];

/** A request as an operation describes it. */
export interface OperationRequest {
  readonly method: string;
  /** The path below the base URL, with its parameters in braces. */
  readonly path: string;
  /** Where it goes instead of the client's base URL; a relative URL is relative to that. */
  readonly server?: string;
  /** The path's parameters. */
  readonly values?: PathValues;
  /** Starts with `?`, or is empty. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: RequestBody | undefined;
  /** The media types that can be read; JSON unless it is given. */
  readonly accept?: string;
  /** Alternatives of security schemes; the first one whose credentials the client has is used. */
  readonly security?: readonly (readonly string[])[];
  /** How bodies are read, by status, range or `default`; as JSON where nothing is given. */
  readonly decode?: Readonly<Record<string, Decode>>;
  /** Reads the documented headers of an answer. */
  readonly headerValues?: (response: Response) => object;
  /** What the caller gave, for validation. */
  readonly params?: object | undefined;
  /** Overrides base URL, path and query: a link that an answer gave. */
  readonly url?: URL;
}

/** Reads an answer; one that breaks off can be asked for again, as the call says. */
export type Decode = (response: Response, call: Call) => Promise<unknown>;

export interface Call {
  readonly client: ApiClient;
  readonly request: OperationRequest;
  readonly options: CallOptions | undefined;
}

/** The parameters of a call with the client's defaults filled in. */
export function withDefaults<P extends object>(client: ApiClient, params: object = {}): P {
  // Without a prototype, a parameter called `constructor` that is not given is undefined like any other.
  const values = Object.assign(Object.create(null), client.defaults) as Record<string, unknown>;
  for (const [name, value] of Object.entries(params)) if (value !== undefined) values[name] = value;
  return values as P;
}

/** Where a request goes; a URL of its own, so that credentials can be added to it. */
export function urlOf(
  client: ApiClient,
  { url, path, server = client.baseUrl, values = {}, query = "" }: OperationRequest,
  { baseUrl = server }: CallOptions = {},
): URL {
  return new URL(url ?? baseUrl.replace(/\/+$/, "") + expand(path, values) + query, client.baseUrl);
}

export const validationOf = (client: ApiClient, options: CallOptions = {}): Validation | undefined =>
  options.validation ?? client.validation;

export async function send(
  client: ApiClient,
  request: OperationRequest,
  options: CallOptions = {},
): Promise<Response> {
  const { method, path, body, accept = "application/json", security = [[]] } = request;
  validationOf(client, options)?.request(request, withDefaults(client, request.params));
  const headers = new Headers({ accept, ...(body && { "content-type": body.type }) });
  for (const given of [request.headers, client.headers, options.headers])
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) headers.set(name, value);
  const url = urlOf(client, request, options);
  const transmit: Send = (outgoing) => (client.fetch ?? fetch)(outgoing.url, outgoing);
  const authorized: Send = async (outgoing) => {
    const marked = { ...outgoing, headers: new Headers(outgoing.headers), url: new URL(outgoing.url) };
    if (marked.url.origin !== url.origin) return transmit(marked);
    const credentials = authorizers(client, security);
    if (!credentials && !marked.headers.has("authorization"))
      throw new TypeError(`${method} ${path} needs credentials: ${security.join(" or ")}`);
    return through(credentials ?? [], transmit)(marked);
  };
  const signal = signalOf(options.signal, options.timeout ?? client.timeout);
  const start = through(options.middleware ?? client.middleware ?? [], authorized);
  return start({
    method,
    path,
    url,
    headers,
    body: body?.data ?? null,
    duplex: "half",
    signal,
    redirect: body ? "manual" : "follow",
  });
}

const through = (middleware: readonly Middleware[], send: Send): Send =>
  middleware.reduceRight<Send>((next, each) => (outgoing) => each(outgoing, next), send);

/** Those of the first alternative that the client has all credentials of; of one that needs none only at last. */
function authorizers(
  { credentials }: ApiClient,
  security: NonNullable<OperationRequest["security"]>,
): readonly Authorize[] | undefined {
  const possible = security
    .map((names) => names.map((name) => credentials[name]))
    .filter((each): each is Authorize[] => each.every(Boolean));
  return possible.find((each) => each[0]) ?? possible[0];
}

function signalOf(signal: AbortSignal | undefined, timeout: number = Infinity): AbortSignal | null {
  if (timeout === Infinity) return signal ?? null;
  const timer = AbortSignal.timeout(timeout);
  if (signal === undefined) return timer;
  // A composite signal holds its sources weakly: kept as a member, the timer is not collected before it fires.
  return Object.assign(AbortSignal.any([signal, timer]), { timer });
}
