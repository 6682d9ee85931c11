/** What an import costs: bytes of a consumer after bundling, minifying and compressing. */
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { bundle } from "./bundle.mjs";
import { annotatedTwilioPackage, twilioPackage } from "./packages.mjs";

/** @import { Package } from "./packages.mjs" */

/** @typedef {{ title: string, goal?: string, pkg: Package, code: (name: string) => string }} Consumer */

/** @returns {readonly Consumer[]} */
const consumers = () => [
  {
    title: "consumer that calls one operation, JSON and one auth scheme",
    goal: "≤ 2.0 KB",
    pkg: twilioPackage,
    code: (name) => `
      import { createClient, fetchApplication } from "${name}";
      export const fetch = (username: string, password: string, Sid: string) =>
        fetchApplication(createClient({ auth: { username, password } }), { AccountSid: username, Sid });`,
  },
  {
    title: "… one that sends a form",
    pkg: twilioPackage,
    code: (name) => `
      import { createApplication, createClient } from "${name}";
      export const create = (username: string, password: string, FriendlyName: string) =>
        createApplication(createClient({ auth: { username, password } }), {
          AccountSid: username,
          body: { FriendlyName },
        });`,
  },
  {
    title: "… and validates its answer",
    goal: "≤ 3.5 KB",
    pkg: twilioPackage,
    code: (name) => `
      import { createApplication, createClient } from "${name}";
      import { Application } from "${name}/validators";
      export const create = async (username: string, password: string, FriendlyName: string) =>
        Application.parse(
          await createApplication(createClient({ auth: { username, password } }), {
            AccountSid: username,
            body: { FriendlyName },
          }),
        );`,
  },
  {
    title: "consumer of the Application validator alone, formats not asserted",
    goal: "≤ 1.0 KB",
    pkg: annotatedTwilioPackage(),
    code: (name) => `export { Application } from "${name}/validators";`,
  },
  {
    title: "… all formats asserted",
    goal: "≤ 1.6 KB",
    pkg: twilioPackage,
    code: (name) => `export { Application } from "${name}/validators";`,
  },
  {
    title: "consumer of the application fixture alone",
    goal: "≤ 1.5 KB",
    pkg: twilioPackage,
    code: (name) => `export { application } from "${name}/fixtures";`,
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
    consumers().map(async ({ code, pkg, ...rest }) => {
      const { text, contributions } = await bundle(code(pkg.name), pkg, { minify: true });
      return {
        ...rest,
        bytes: gzipSync(text, { level: 9 }).byteLength,
        minified: Buffer.byteLength(text),
        contributions,
      };
    }),
  );
}
