/** What comes in where a call is received. */
import type { Bytes } from "./bytes.js";

/** What a call takes, bytes as the one thing that they are read as. */
export type Received<P> = { [K in keyof P]: Bytes extends P[K] ? Exclude<P[K], Bytes> | Blob : P[K] };
