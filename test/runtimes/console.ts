/** Runs the scenario from a command line: the last argument is the server's origin, the last line the outcome in JSON. */
import { runScenario } from "./scenario.js";

console.log(JSON.stringify(await runScenario(process.argv.at(-1) ?? "")));
process.exit(0);
