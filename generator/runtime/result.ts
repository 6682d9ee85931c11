/** From the documented responses of an operation to the types of its outcomes. */
import type { ResponseError } from "./errors.js";

/** The registered HTTP status codes (RFC 9110, section 15, and the IANA registry). */
export type StatusCode =
  | 100 | 101 | 102 | 103
  | 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
  | 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308
  | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418
  | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451
  | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511; // prettier-ignore

export type StartsWith<S, Digit extends string> = S extends number | string
  ? `${S}` extends `${Digit}${string}`
    ? S
    : never
  : never;
export type InRange<Range> = Range extends `${infer Digit}XX` ? StartsWith<StatusCode, Digit> : never;
type Exact<R> = Extract<keyof R, number>;
type Documented<R> = Exact<R> | InRange<Extract<keyof R, `${string}XX`>>;
export type SuccessKey<R> = StartsWith<keyof R, "2">;

/** The statuses that a documented key stands for: itself, a range without what is exact, or all the rest. */
export type StatusOf<R, K> = K extends number
  ? K
  : K extends "default"
    ? Exclude<StatusCode, Documented<R>>
    : Exclude<InRange<K>, Exact<R>>;

type Answer<Ok extends boolean, S, B> = {
  /** Whether it is a documented success. */
  readonly ok: Ok;
  readonly status: S;
  readonly headers: Headers;
  readonly body: B;
};

/** The body of a successful answer; a lone `default` stands for success as well. */
export type Success<R> = [SuccessKey<R>] extends [never]
  ? "default" extends keyof R
    ? R["default"]
    : undefined
  : R[SuccessKey<R>];

/** The documented headers of a status, if there are any. */
type Headed<H, K> = K extends keyof H ? { readonly headerValues: H[K] } : unknown;

type Successes<R, H> = {
  [K in SuccessKey<R>]: Answer<true, StatusOf<R, K>, R[K]> & Headed<H, K>;
}[SuccessKey<R>];

/** An error answer; `unread` says why, where its body is not what is documented and was left as text. */
type ErrorAnswer<S, B> = Answer<false, S, B> & { readonly unread?: ResponseError };

/** The body of an error; where none is documented, one comes all the same. */
type ErrorBody<B> = [B] extends [undefined] ? unknown : B;

/** The documented error answers, and one for every status that is not documented, successes among them. */
export type Failure<R, H = {}> =
  | {
      [K in Exclude<keyof R, SuccessKey<R>>]: ErrorAnswer<StatusOf<R, K>, ErrorBody<R[K]>> & Headed<H, K>;
    }[Exclude<keyof R, SuccessKey<R>>]
  | ("default" extends keyof R ? never : ErrorAnswer<Exclude<StatusCode, Documented<R>>, unknown>);

/** Every answer that can come, told apart by `status` or `ok`. */
export type Result<R, H = {}> =
  | Successes<R, H>
  | Failure<R, H>
  | ([SuccessKey<R>] extends [never] ? Answer<true, StatusCode, Success<R>> & Headed<H, "default"> : never);
