/** One parameter of a URL's query. */

/** The URL with a parameter set; all others stay as they were written. */
export function withParameter(url: URL, name: string, value: string | number | bigint): URL {
  const others = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !new URLSearchParams(pair).has(name));
  const next = new URL(url);
  next.search = [...others, `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`].join("&");
  return next;
}

/** The number that a parameter has; `otherwise` where it has none. */
export function numberOf(url: URL, name: string, otherwise: number): number {
  const text = url.searchParams.get(name);
  const number = text === null || text === "" ? NaN : Number(text);
  return Number.isFinite(number) ? number : otherwise;
}
