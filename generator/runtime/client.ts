/** The client that operations send their requests with. */
import type { Authorize } from "./auth.js";
import type { RequestBody } from "./body.js";
import type { Middleware, Send } from "./middleware.js";
import { type PathValues, expand } from "./path.js";

/** What every client can be told. */
export interface ClientOptions<Defaults extends object = object> {
  /** Where the API is. */
  readonly baseUrl?: string | undefined;
  /** Sent with every request, unless it has one of the name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Values for parameters that most calls share. */
  readonly defaults?: Defaults;
  /** What each request passes through; the first is outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Checks what calls send and get. */
  readonly validation?: Validation | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** What one call can be told. */
export interface CallOptions {
  /** Sent with this request; they win over those of the client and of the operation. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Gives the request up. */
  readonly signal?: AbortSignal | undefined;
  /** What this request passes through in place of the client's middleware. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Checks what this call sends and gets, in place of the client's validation. */
  readonly validation?: Validation | undefined;
  /** Where the request goes instead of the client's base URL, or of the server that the operation has of its own. */
  readonly baseUrl?: string | undefined;
}

/**
 * What checks calls; `validation` of the subpath `/checks` makes it. Throws where the parameters of a call are not as the
 * description says, and gives a call that does so for its answer.
 */
export type Validation = (call: Call) => Call;

/** Made by `createClient`. `Defaults` are the parameters that its calls may leave out. */
export interface ApiClient<Defaults extends object = object> extends ClientOptions<Defaults> {
  readonly baseUrl: string;
  /** How each security scheme marks a request, by its name; absent where no credentials were given. */
  readonly credentials: Readonly<Record<string, Authorize | undefined>>;
  /** What each request passes through after all other middleware. */
  readonly innermost?: readonly Middleware[];
}

/** The parameters of an operation, or each of several choices; those that the client surely has a default for may be left out. */
export type Params<P, Defaults> = P extends unknown
  ? [keyof P & Held<Defaults>] extends [never]
    ? P
    : Omit<P, Held<Defaults>> & Partial<Pick<P, keyof P & Held<Defaults>>>
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
  /** Alternatives of security schemes, one of none last; the first one whose credentials the client has is used. */
  readonly security?: readonly (readonly string[])[];
  readonly answers: Answers;
  /** Reads the documented headers of an answer, as its `headerValues`. */
  readonly headerValues?: (response: Response) => { readonly headerValues: object };
  /** What it was made of, for validation. */
  readonly params?: object;
}

/** Reads an answer, or throws; one that breaks off can be asked for again, as the call says. */
export type Decode = (response: Response, call: Call) => Promise<unknown>;

/** How the documented answers are read, by status; `default` reads all others. */
export type Answers = Readonly<Record<string, Decode>> & { readonly default: Decode };

/** A call of an operation. */
export interface Call {
  readonly client: ApiClient;
  readonly request: OperationRequest;
  readonly options: CallOptions;
}

/** What is asked for, as errors say it. */
export const nameOf = ({ method, path }: OperationRequest): string => `${method} ${path}`;

/** Where a request goes; a URL of its own, so that credentials can be added to it. */
export function urlOf(
  client: ApiClient,
  { path, server = client.baseUrl, values, query = "" }: OperationRequest,
  { baseUrl = server }: CallOptions,
): URL {
  return new URL(baseUrl.replace(/\/+$/, "") + expand(path, values) + query, client.baseUrl);
}

/** Sends a request through all middleware. */
export async function send({ client, request, options }: Call): Promise<Response> {
  const {
    method,
    path,
    body: { type, ...body } = {},
    accept = "application/json",
    security = [[]],
  } = request;
  const url = urlOf(client, request, options);
  const headers = new Headers();
  const basis = { accept, "content-type": type };
  for (const given of [basis, client.headers, request.headers, options.headers])
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) headers.set(name, value);
  const usable = security
    .map((names) => names.map((name) => client.credentials[name]))
    .find((all): all is Authorize[] => all.every(Boolean));
  const authorize: Middleware = async (outgoing, next) => {
    const marks = outgoing.url.origin === url.origin ? usable : [];
    if (!marks && !outgoing.headers.has("authorization"))
      throw new Error(`${nameOf(request)} needs auth: ${security.join(" or ")}`);
    return through(marks ?? [], next)(outgoing);
  };
  const { middleware = client.middleware ?? [] } = options;
  return through([...middleware, ...(client.innermost ?? []), authorize], (marked) =>
    (client.fetch ?? fetch)(marked.url, marked),
  )({
    method,
    path,
    url,
    headers,
    body: null,
    signal: options.signal ?? null,
    ...body,
  });
}

const through = (middleware: readonly Middleware[], send: Send): Send =>
  middleware.reduceRight<Send>((next, each) => (outgoing) => each(outgoing, next), send);
