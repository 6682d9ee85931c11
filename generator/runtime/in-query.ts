/** A parameter of the query that leads from page to page. */
import type { PageParameter } from "./paging.js";

export function inQuery(name: string): PageParameter {
  return {
    read: ({ url }) => url.searchParams.get(name),
    write: ({ url }, value) => ({ url: withParameter(url, name, value) }),
  };
}

/** The URL with a parameter set; all others stay as they were written. */
function withParameter(url: URL, name: string, value: unknown): URL {
  const others = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !new URLSearchParams(pair).has(name));
  const next = new URL(url);
  next.search = [...others, `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`].join("&");
  return next;
}
