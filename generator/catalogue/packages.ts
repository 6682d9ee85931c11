/** What is wrong with what a package is to be: its names, what of it is a user's own, and the folder that it goes to. */
import { type Rule, error, warning } from "./rule.js";

export const packages = {
  "name-kept": warning(
    "the description has another name for this than the package, which keeps its own",
    "to rename it in the package, remove its line from names.lock.json",
  ),
  "name-collision": warning("two names would be the same in TypeScript", "rename one of the two"),
  "lock-invalid": error(
    "names.lock.json does not hold names",
    "correct the line or remove it: each name is an identifier, and nothing else of its section has it",
  ),
  "format-invalid": error(
    "the module of a format cannot be used",
    "mend the module as the chapter `Formats and files of your own` of the README tells",
  ),
  "plugin-invalid": error(
    "the plugin cannot be used, or what it makes cannot stand in the package",
    "mend the plugin as the chapter `Formats and files of your own` of the README tells",
  ),
  "template-unknown": error(
    "there is no template of this name",
    "give the template the name of one of ours, or remove it",
  ),
  "template-stale": error(
    "the template is not written for the view that it is given",
    "compare it with ours of the same name, and take over its first line",
  ),
  "template-invalid": error(
    "the template cannot be used, or what it makes cannot be read",
    "mend the template",
  ),
  "wire-unprintable": error(
    "openapi-typescript cannot print the types of `schema.ts`",
    "mend what it stumbles over, and please report it with the description that shows it",
  ),
  "output-busy": error(
    "another run is writing to the output folder",
    "wait until it has ended; where there is none, remove the file",
  ),
  "output-edited": error(
    "a generated file was edited by hand, and would be overwritten",
    "move what you need into the description, an overlay or a file of your own; then run with --force",
  ),
  "output-foreign": error(
    "a file in the output folder was not written by specwright",
    "move the file away or choose another output folder",
  ),
  "output-is-input": error(
    "a file that the package is made of stands where one of the package belongs",
    "choose another output folder, or move the file away",
  ),
  "output-left-over": error(
    "a module of an earlier run, which the record does not know, would be overwritten",
    "remove the file, or run with --force; a folder that a cache restores is best emptied before",
  ),
  "output-unwritable": error(
    "the output cannot be written",
    "check the permissions and the space on the disk",
  ),
} as const satisfies Record<string, Rule>;
