/** What an import costs: bytes of a consumer after bundling, minifying and compressing. */
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { bundle, packageName } from "./bundle.mjs";

/** @typedef {{ title: string, goal?: string, code: string }} Consumer */

/** @type {readonly Consumer[]} */
const consumers = [
  {
    title: "consumer that calls one operation",
    goal: "≤ 2.0 KB",
    code: `
      import { createApplication, createClient } from "${packageName}";
      export const create = (username: string, password: string, FriendlyName: string) =>
        createApplication(createClient({ auth: { username, password } }), {
          AccountSid: username,
          body: { FriendlyName },
        });`,
  },
  {
    title: "… and validates its answer",
    goal: "≤ 3.5 KB",
    code: `
      import { createApplication, createClient } from "${packageName}";
      import { Application } from "${packageName}/validators";
      export const create = async (username: string, password: string, FriendlyName: string) =>
        Application.parse(
          await createApplication(createClient({ auth: { username, password } }), {
            AccountSid: username,
            body: { FriendlyName },
          }),
        );`,
  },
  {
    title: "consumer of the Application validator alone",
    code: `export { Application } from "${packageName}/validators";`,
  },
  {
    title: "consumer of the application fixture alone",
    code: `export { application } from "${packageName}/fixtures";`,
  },
];

/**
 * @typedef {object} Weight
 * @property {string} title
 * @property {string} [goal]
 * @property {number} bytes minified and compressed with gzip
 * @property {number} minified bytes
 * @property {Readonly<Record<string, number>>} contributions minified bytes by source file
 */

/** @returns {Promise<readonly Weight[]>} */
export function weighConsumers() {
  return Promise.all(
    consumers.map(async ({ code, ...rest }) => {
      const { text, contributions } = await bundle(code, { minify: true });
      return {
        ...rest,
        bytes: gzipSync(text, { level: 9 }).byteLength,
        minified: Buffer.byteLength(text),
        contributions,
      };
    }),
  );
}
