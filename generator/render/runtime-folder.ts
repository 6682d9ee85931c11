import { fileURLToPath } from "node:url";

/** The sources of the runtime, beside the generator in the repository and in the published package. */
export const runtimeFolder: string = fileURLToPath(new URL("../../generator/runtime/", import.meta.url));
