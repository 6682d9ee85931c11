/** The server of the scenario, which serves the page of the browser as well. */
import { application, applicationList, twilioError } from "../../generated/twilio/src/fixtures/index.js";
import {
  type Answer,
  type RecordedRequest,
  type RecordingServer,
  json,
  startServer,
} from "../support/server.js";
import { accounts } from "./scenario.js";

export async function startScenarioServer(page: string): Promise<RecordingServer> {
  const server = await startServer();
  server.answer((request) => answerTo(request, page));
  return server;
}

function answerTo(request: RecordedRequest, page: string): Answer | undefined {
  const { method, target, body, headers } = request;
  if (target === "/") return html('<script type="module" src="/page.js"></script>');
  if (target === "/page.js") return { headers: { "content-type": "text/javascript" }, body: page };
  if (target.includes(accounts.missing)) return json(twilioError({ code: 20404, status: 404 }), 404);
  if (target.includes(accounts.silent)) return undefined;
  if (target.includes(accounts.truncated))
    return { headers: { "content-type": "application/json" }, body: '{"sid": "AP01' };
  if (method === "DELETE") return { status: 204 };
  if (method === "POST") return json(application({ friendly_name: body }), 201);
  if (/\/Applications\.json/.test(target)) return json(pageOf(target));
  return json(application({ friendly_name: headers.authorization ?? "" }));
}

const html = (body: string): Answer => ({ headers: { "content-type": "text/html" }, body });

/** Five applications, two a page. */
function pageOf(target: string): ReturnType<typeof applicationList> {
  const url = new URL(target, "http://127.0.0.1");
  const page = Number(url.searchParams.get("Page") ?? 0);
  const names = ["0", "1", "2", "3", "4"].slice(2 * page, 2 * page + 2);
  url.searchParams.set("Page", String(page + 1));
  return applicationList({
    applications: names.map((friendly_name) => application({ friendly_name })),
    next_page_uri: page < 2 ? url.pathname + url.search : null,
  });
}
