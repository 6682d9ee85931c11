/** Which requests can be sent more than once. */
import type { OutgoingRequest } from "./middleware.js";

/** Whether the body is still there after it was sent: a stream is not, nor what some platforms iterate over. */
export function isRepeatable({ body }: OutgoingRequest): boolean {
  return (
    body === null ||
    typeof body === "string" ||
    ArrayBuffer.isView(body) ||
    [ArrayBuffer, Blob, FormData, URLSearchParams].some((each) => body instanceof each)
  );
}
