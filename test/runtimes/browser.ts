/** A page of the server in a headless browser. */
import { createRequire } from "node:module";

/** What is used of playwright-core, which is not among the dependencies of the project itself. */
interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  title(): Promise<string>;
  waitForFunction(expression: string): Promise<unknown>;
}

/** The browser talks to nobody but the server. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The title that the page gives itself when it is done. */
export async function outcomeInBrowser(executablePath: string, origin: string): Promise<string> {
  const { chromium } = createRequire(import.meta.url)("playwright-core") as Playwright;
  const browser = await chromium.launch({ executablePath, args: quiet });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.waitForFunction("document.title !== ''");
    return await page.title();
  } finally {
    await browser.close();
  }
}
