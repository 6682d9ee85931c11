/** What a page is asked for with. */
export interface PageRequest {
  readonly url: URL;
  /** What the request is made of, the body as `body`. */
  readonly params: object;
}
