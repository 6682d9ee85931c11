/** Lists that come in pages. */
import { type ApiCall, call, withDefaults } from "./call.js";
import { type CallOptions, type ApiClient, type OperationRequest, urlOf } from "./client.js";
import type { Middleware } from "./middleware.js";
import type { PageRequest } from "./page-request.js";
import type { Success } from "./result.js";

/** What a call of a list can be told; it holds for the request of each page. */
export interface PagedCallOptions extends CallOptions {
  /** How many items are wanted: no further page is asked for once there are so many. */
  readonly limit?: number | undefined;
}

/** A call whose answer is the first page. Iterating it gives the items of all pages, fetched as they are needed. */
export interface PagedApiCall<R, Item, H = {}> extends ApiCall<R, H>, AsyncIterable<Item> {
  /** The pages, one after the other. */
  pages(): AsyncIterable<Success<R>>;
}

/** A page that was read, and where it came from. */
export interface PageAt<Page> extends PageRequest {
  readonly page: Page;
  readonly items: readonly unknown[];
  readonly headers: Headers;
}

/** The request of the next page: to another URL, or the same one made of other parameters. */
export type Following = { readonly url: URL } | { readonly params: object };

/** Finds the next page; undefined after the last one. */
export type Next<Page> = (at: PageAt<Page>) => Following | undefined;

/** What the request of a page says about which page is wanted. */
export interface PageParameter {
  /** Its value in the request of a page. */
  read(request: PageRequest): unknown;
  /** The request with another value. */
  write(request: PageRequest, value: unknown): Following;
}

/** What an operation knows of its pages. */
export interface Paging<Page, Item> {
  readonly items: (page: Page) => readonly Item[] | null | undefined;
  readonly next: Next<Page>;
}

/** Like `call`, for an operation that answers with pages. */
export function paged<P extends object, R, Item, H = {}>(
  client: ApiClient,
  options: PagedCallOptions | undefined = {},
  operation: unknown,
  params: object | undefined,
  describe: (given: P) => OperationRequest & Paging<Success<R>, Item>,
): PagedApiCall<R, Item, H> {
  let described: ReturnType<typeof describe> | undefined;
  const request = (): ReturnType<typeof describe> =>
    (described ??= describe(withDefaults<P>(client, params)));
  const first = call<P, R, H>(client, options, operation, params, request);
  const { limit = Infinity, middleware = client.middleware ?? [] } = options;
  const itemsOf = (page: Success<R>): readonly Item[] => request().items(page) ?? [];

  async function* pages(): AsyncGenerator<Success<R>> {
    let here: ApiCall<R, H> = first;
    let given: object = withDefaults(client, params);
    let link: URL | undefined;
    let before: readonly Item[] = [];
    let count = 0;
    const seen = new Set<string>();
    for (;;) {
      const page = await here;
      const items = itemsOf(page);
      const url = link ?? urlOf(client, request(), options);
      if (isSame(items, before)) throw new Error(`the pages repeat the same items: ${url.pathname}`);
      yield page;
      count += items.length;
      if (count >= limit) return;
      const { headers } = await here.response();
      const following = request().next({ page, items, url, headers, params: given });
      if (following === undefined) return;
      const next = { url, params: given, ...following };
      if (next.url.origin !== url.origin)
        throw new Error(`the next page is on another origin: ${next.url.origin}`);
      if (seen.add(textOf([url, given])).has(textOf([next.url, next.params])))
        throw new Error(`the pages go round in a circle: ${next.url.pathname}`);
      const there = { ...options, middleware: [to(next.url), ...middleware] };
      here = call<P, R, H>(client, there, operation, next.params, describe);
      given = next.params;
      link = next.url;
      before = items;
    }
  }

  return Object.assign(first, {
    pages,
    async *[Symbol.asyncIterator]() {
      let wanted = limit;
      for await (const page of pages())
        for (const item of itemsOf(page)) {
          if (wanted-- <= 0) return;
          yield item;
        }
    },
  });
}

/** Sends a request to another URL: a link that an answer gave. */
const to =
  (url: URL): Middleware =>
  (request, next) =>
    next({ ...request, url: new URL(url) });

/** Whether a page has what the one before had: a server that does not know its own paging answers like that for ever. */
function isSame(items: readonly unknown[], before: readonly unknown[]): boolean {
  return items.length > 0 && textOf(items) === textOf(before);
}

/** JSON has no word for a bigint. */
const textOf = (values: readonly unknown[]): string =>
  JSON.stringify(values, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
