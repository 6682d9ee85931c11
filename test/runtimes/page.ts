/** Runs the scenario in a page against the server that it came from; the page's title is the outcome in JSON. */
import { runScenario } from "./scenario.js";

document.title = JSON.stringify(await runScenario(location.origin));
