/** Access tokens from a token endpoint (OAuth 2.0, RFC 6749). */
import type { Credential } from "./auth.js";
import type { TokenRequest } from "./token.js";

/** What every way to get tokens can be told. */
export interface TokenOptions<Scope extends string> {
  /** What the tokens shall allow; the server decides where nothing is said. */
  readonly scopes?: readonly Scope[];
  /** How the client names and proves itself: by HTTP Basic, or by fields of the form (RFC 6749, section 2.3.1). */
  readonly clientAuthentication?: "basic" | "form";
  /** Fields of the form that the server asks for beside those of the standard, such as `audience`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Instead of the token endpoint of the description; a relative one is relative to the base URL. */
  readonly tokenUrl?: string;
  /** Milliseconds after which the token endpoint is given up; 30,000 unless it is given. */
  readonly timeout?: number;
}

/** What a client gets tokens with for itself (RFC 6749, section 4.4). */
export interface ClientCredentials<Scope extends string = string> extends TokenOptions<Scope> {
  readonly clientId: string;
  readonly clientSecret: Credential<string>;
}

/** What a client gets tokens with for a user who allowed it to (RFC 6749, section 6). */
export interface RefreshToken<Scope extends string = string> extends TokenOptions<Scope> {
  readonly refreshToken: Credential<string>;
  readonly clientId?: string;
  /** Absent where the client cannot keep a secret. */
  readonly clientSecret?: Credential<string>;
  /** Is given the refresh token that replaces the one before, which is worth nothing then. */
  readonly onRefreshToken?: (refreshToken: string) => void;
}

/** Gives access tokens, and keeps each for as long as it is good. */
export type AccessTokens = (request: TokenRequest) => Promise<string>;

/** The token endpoint gave no token. What it said is not shown: it could repeat a secret. */
export class TokenError extends Error {
  /** Of the answer; undefined where there was none. */
  readonly status: number | undefined;
  /** What is wrong in a word, such as `invalid_client` (RFC 6749, section 5.2), where the answer says that. */
  readonly reason: string | undefined;

  constructor(problem: string, { status, reason, cause }: TokenProblem = {}) {
    super(`no access token: ${problem}`, { cause });
    this.name = "TokenError";
    this.status = status;
    this.reason = reason;
  }
}

interface TokenProblem {
  readonly status?: number;
  readonly reason?: string | undefined;
  readonly cause?: unknown;
}

/** By the client credentials flow. `now` is the clock, in milliseconds. */
export function clientCredentials(
  tokenUrl: string,
  options: ClientCredentials,
  now: () => number = Date.now,
): AccessTokens {
  return accessTokens(tokenUrl, options, () => ({ grant_type: "client_credentials" }), now);
}

/** By a refresh token. `now` is the clock, in milliseconds. */
export function refreshToken(
  tokenUrl: string,
  options: RefreshToken,
  now: () => number = Date.now,
): AccessTokens {
  let latest: string | undefined;
  const grant = async (): Promise<Fields> => ({
    grant_type: "refresh_token",
    refresh_token: latest ?? (await valueOf(options.refreshToken)),
  });
  return accessTokens(tokenUrl, options, grant, now, (renewed) => {
    latest = renewed;
    options.onRefreshToken?.(renewed);
  });
}

type Fields = Readonly<Record<string, string | undefined>>;
type Options = TokenOptions<string> & Partial<Pick<RefreshToken, "clientId" | "clientSecret">>;

interface Kept {
  readonly token: string;
  /** In milliseconds of the clock. */
  readonly until: number;
}

/** What is known of one token endpoint. */
interface Endpoint {
  kept?: Kept | undefined;
  /** The request under way, which all calls wait for. */
  pending?: Promise<Kept> | undefined;
}

function accessTokens(
  tokenUrl: string,
  options: Options,
  grant: () => Fields | Promise<Fields>,
  now: () => number,
  onRefreshToken: (refreshToken: string) => void = () => {},
): AccessTokens {
  const endpoints = new Map<string, Endpoint>();
  return async ({ refused, baseUrl, fetch }) => {
    const url = new URL(options.tokenUrl ?? tokenUrl, baseUrl).href;
    const endpoint = endpoints.get(url) ?? {};
    endpoints.set(url, endpoint);
    if (endpoint.kept?.token === refused) endpoint.kept = undefined;
    if (endpoint.kept !== undefined && now() < endpoint.kept.until) return endpoint.kept.token;
    endpoint.pending ??= (async () => {
      // What the token lives is counted from before it was made.
      const start = now();
      const answer = await ask(url, options, await grant(), fetch);
      if (typeof answer.refresh_token === "string") onRefreshToken(answer.refresh_token);
      return (endpoint.kept = { token: answer.access_token, until: start + lifetime(answer.expires_in) });
    })().finally(() => (endpoint.pending = undefined));
    return (await endpoint.pending).token;
  };
}

/**
 * Milliseconds that a token is used for: it is renewed a minute before it ends, or a fifth of its life where that is
 * less. One that does not say when it ends is used until it is refused.
 */
function lifetime(expiresIn: unknown): number {
  const whole = Number(expiresIn ?? NaN) * 1000;
  return Number.isNaN(whole) ? Infinity : Math.max(whole - 60_000, whole * 0.8);
}

/** An answer of the token endpoint (RFC 6749, section 5.1). */
interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in?: unknown;
  readonly refresh_token?: unknown;
}

async function ask(url: string, options: Options, grant: Fields, send: typeof fetch): Promise<TokenAnswer> {
  const { clientId, clientAuthentication = "basic", scopes, fields, timeout = 30_000 } = options;
  const secret = await valueOf(options.clientSecret);
  const isBasic = clientAuthentication === "basic" && clientId !== undefined && secret !== undefined;
  const headers = new Headers({ accept: "application/json" });
  if (isBasic)
    headers.set("authorization", `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(secret)}`)}`);
  const inForm = isBasic ? {} : { client_id: clientId, client_secret: secret };
  const all = Object.entries({ ...grant, scope: scopes?.join(" "), ...inForm, ...fields });
  const body = new URLSearchParams(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  // A redirect would take the secret elsewhere.
  const request: RequestInit = {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(timeout),
  };
  try {
    const response = await send(url, request);
    return read(response.status, await response.text());
  } catch (cause) {
    throw cause instanceof TokenError
      ? cause
      : new TokenError("the token endpoint does not answer", { cause });
  }
}

function read(status: number, body: string): TokenAnswer {
  const answer = parsed(body);
  if (status < 200 || status > 299) {
    const reason = /^[a-z]+(_[a-z]+)+$/.exec(String(answer["error"]))?.[0];
    throw new TokenError(
      `the token endpoint answered ${status}${reason === undefined ? "" : `, ${reason}`}`,
      {
        status,
        reason,
      },
    );
  }
  if (typeof answer["access_token"] !== "string" || answer["access_token"] === "")
    throw new TokenError("the answer of the token endpoint holds none", { status });
  // RFC 6749, section 7.1: a token of a type that the client does not understand must not be used.
  if (!/^bearer$/i.test(String(answer["token_type"] ?? "bearer")))
    throw new TokenError("the one of the token endpoint is no bearer token", { status });
  return answer as Readonly<Record<string, unknown>> & TokenAnswer;
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

async function valueOf(credential: Credential<string> | undefined): Promise<string | undefined> {
  return typeof credential === "function" ? credential() : credential;
}

/** RFC 6749, appendix B. */
const formEncoded = (text: string): string => new URLSearchParams([["", text]]).toString().slice(1);
