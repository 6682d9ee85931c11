/** Which requests can be sent more than once. */
import type { OutgoingRequest } from "./middleware.js";

/** Whether the body is still there after it was sent: a stream is not. */
export function isRepeatable({ body }: OutgoingRequest): boolean {
  return !(body instanceof ReadableStream);
}
