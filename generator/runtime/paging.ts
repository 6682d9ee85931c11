/** Lists that come in pages, each linked to the next. */
import { type Call, call } from "./call.js";
import { type CallOptions, type Client, type OperationRequest, urlOf } from "./client.js";
import type { Success } from "./result.js";

/** A call whose answer is the first page. Iterating it gives the items of all pages, fetched as they are needed. */
export interface PagedCall<R, Item> extends Call<R>, AsyncIterable<Item> {
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
  client: Client,
  operation: unknown,
  request: OperationRequest,
  options: CallOptions | undefined,
  paging: Paging<Success<R>, Item>,
): PagedCall<R, Item> {
  const first = call<R>(client, operation, request, options);

  async function* pages(): AsyncGenerator<Success<R>> {
    let url = urlOf(client, request);
    const seen = new Set([url.href]);
    let page = await first;
    for (;;) {
      yield page;
      const link = paging.next(page);
      if (!link) return;
      const next = new URL(link, url);
      if (next.origin !== url.origin) throw new Error(`the next page is on another origin: ${next.origin}`);
      if (seen.has(next.href)) throw new Error(`the pages go round in a circle: ${next.pathname}`);
      seen.add((url = next).href);
      page = await call<R>(client, operation, { ...request, url }, options);
    }
  }

  return {
    ...first,
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* paging.items(page) ?? [];
    },
  };
}
