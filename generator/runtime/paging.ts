/** Lists that come in pages, each linked to the next. */
import { type ApiCall, call } from "./call.js";
import { type CallOptions, type ApiClient, type OperationRequest, urlOf } from "./client.js";
import type { Success } from "./result.js";

/** A call whose answer is the first page. Iterating it gives the items of all pages, fetched as they are needed. */
export interface PagedApiCall<R, Item> extends ApiCall<R>, AsyncIterable<Item> {
  /** The pages, one after the other. */
  pages(): AsyncIterable<Success<R>>;
}

/** What an operation knows of its pages. */
export interface Paging<Page, Item> {
  readonly items: (page: Page) => readonly Item[] | null | undefined;
  /** The link to the next page, relative to the one that it stands on; empty on the last. */
  readonly next: (page: Page) => string | null | undefined;
}

/** Like `call`, for an operation that answers with pages. */
export function paged<R, Item>(
  client: ApiClient,
  options: CallOptions | undefined,
  operation: unknown,
  request: OperationRequest & Paging<Success<R>, Item>,
): PagedApiCall<R, Item> {
  const first = call<R>(client, options, operation, request);

  async function* pages(): AsyncGenerator<Success<R>> {
    let page = await first;
    let url = urlOf(client, request, options);
    const seen = new Set([url.href]);
    for (;;) {
      yield page;
      const link = request.next(page);
      if (!link) return;
      const next = new URL(link, url);
      if (next.origin !== url.origin) throw new Error(`the next page is on another origin: ${next.origin}`);
      if (seen.has(next.href)) throw new Error(`the pages go round in a circle: ${next.pathname}`);
      seen.add((url = next).href);
      page = await call<R>(client, options, operation, { ...request, url });
    }
  }

  return {
    ...first,
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* request.items(page) ?? [];
    },
  };
}
