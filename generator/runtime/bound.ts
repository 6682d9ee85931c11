/** Operations as methods of a client. */

/** The function without its first argument; `isApiError` knows the operation by it. */
export function bound<Client, Rest extends unknown[], R>(
  client: Client,
  operation: (client: Client, ...rest: Rest) => R,
): (...rest: Rest) => R {
  return Object.assign((...rest: Rest) => operation(client, ...rest), { operation });
}
