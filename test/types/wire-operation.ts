/** An operation of `schema.ts`, as openapi-typescript describes it, in the shape of our own types. */

type Content<T> = T extends { readonly content: infer C } ? C[keyof C] : undefined;

/** Drops `?: never`, openapi-typescript's way of saying that there is nothing. */
type Present<T> = [T] extends [never] ? unknown : T;

type At<P, K extends string> = P extends { readonly [Key in K]?: infer V }
  ? Present<Exclude<V, undefined>>
  : unknown;

/** All parameters in one object. */
type Parameters<P> = At<P, "path"> & At<P, "query"> & At<P, "header"> & At<P, "cookie">;

type Body<O> = O extends { readonly requestBody: infer B }
  ? { body: Content<B> }
  : O extends { readonly requestBody?: infer B }
    ? [Exclude<B, undefined>] extends [never]
      ? unknown
      : { body?: Content<Exclude<B, undefined>> }
    : unknown;

/** Copies the members of an intersection into one object type. */
type Flat<T> = { [K in keyof T]: T[K] };

/** What a call of the operation takes. */
export type WireParams<O> = O extends { readonly parameters: infer P }
  ? Flat<Parameters<P> & Body<O>>
  : never;

/** What the operation answers, by status. */
export type WireResponses<O> = O extends { readonly responses: infer R }
  ? { [Status in keyof R]: R[Status] extends { readonly content?: never } ? undefined : Content<R[Status]> }
  : never;
