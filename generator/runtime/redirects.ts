/** Follows redirects so that nothing of a request but its address reaches another origin. */
import type { Middleware, OutgoingRequest } from "./middleware.js";
import { isRepeatable } from "./repeatable.js";

/** As many as `fetch` follows (Fetch Standard, section 4.4). */
const limit = 20;

/**
 * The innermost middleware, which follows redirects as `fetch` does, but takes to another origin neither headers, nor
 * a body, nor keys that credentials added to the query; credentials are not added there. Rejects where a body would
 * have to go there, where the way leads back from there, where redirects do not end, and in browsers, which hide where
 * a redirect leads.
 */
export const followRedirects: Middleware = async (first, next) => {
  let request: OutgoingRequest = { ...first, redirect: "manual" };
  for (let count = 0; ; count++) {
    const response = await next(request);
    const url = targetOf(request, response);
    if (url === undefined) return response;
    await response.body?.cancel();
    if (count === limit) throw refusal(request, "without end");
    const from = request.url.origin;
    request = rewritten({ ...request, url }, response.status);
    if (url.origin !== from) request = abroad(request, first.url);
  }
};

const refusal = ({ method, path }: OutgoingRequest, problem: string): Error =>
  new Error(`${method} ${path} was redirected ${problem}`);

/** Where an answer redirects to (RFC 9110, section 10.2.2), without the keys of credentials that it repeats. */
function targetOf(request: OutgoingRequest, response: Response): URL | undefined {
  const { url } = request;
  if (response.type === "opaqueredirect") throw refusal(request, "to where the browser does not tell");
  const location = response.headers.get("location");
  if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const target = new URL(location, url);
  if (!/^https?:$/.test(target.protocol)) throw refusal(request, `to ${target.protocol}`);
  const sent = new URL(response.url || url);
  for (const [name, value] of sent.searchParams)
    if (!url.searchParams.has(name) && target.searchParams.get(name) === value)
      target.searchParams.delete(name);
  return target;
}

/** The request with the method that follows a status (Fetch Standard, section 4.4, step 12). */
function rewritten(request: OutgoingRequest, status: number): OutgoingRequest {
  const { method, body } = request;
  const becomesGet =
    status === 303 ? method !== "GET" && method !== "HEAD" : status < 303 && method === "POST";
  if (!becomesGet) {
    if (body !== null && !isRepeatable(request)) throw refusal(request, "and its body cannot be sent again");
    return request;
  }
  const headers = new Headers(request.headers);
  for (const name of ["encoding", "language", "location", "type"]) headers.delete(`content-${name}`);
  return { ...request, method: "GET", body: null, headers };
}

/** What of a request may reach another origin. Back home it would be given credentials for what another one chose. */
function abroad(request: OutgoingRequest, home: URL): OutgoingRequest {
  const { url, body, headers } = request;
  if (body !== null) throw refusal(request, `to ${url.origin}, where its body is not sent`);
  if (url.origin === home.origin) throw refusal(request, "back from another origin");
  return { ...request, headers: new Headers({ accept: headers.get("accept") ?? "*/*" }) };
}
