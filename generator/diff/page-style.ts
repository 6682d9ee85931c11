/** How the page looks: light and dark, narrow and wide, printed; and its filters, which need no script. */
import type { Area, Level } from "./rules.js";

export const areas: readonly Area[] = ["client", "types", "validators", "fixtures", "receivers"];

/** What a filter hides, level by level and part by part; groups of which nothing is left go with it. */
const filters = (levels: readonly Level[]): string =>
  [
    ...levels.map((each) => `body:has(#show-${each}:not(:checked)) .level.${each} { display: none }`),
    ...areas.map(
      (each) =>
        `body:has(#only-${each}:checked) :is(.rule, .entry, .owner, .level):not(.${each}, :has(.${each})) { display: none }`,
    ),
  ].join("\n");

export const styleOf = (levels: readonly Level[]): string => `
:root {
  color-scheme: light dark;
  --text: #1f2328; --soft: #57606a; --line: #d0d7de; --ground: #fff; --panel: #f6f8fa; --link: #0757b8;
  --breaking: #b3261e; --compatible: #1a6b2f; --docs: #0757b8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --soft: #9da7b3; --line: #3d444d; --ground: #0d1117; --panel: #161b22; --link: #79b8ff;
    --breaking: #ff8f85; --compatible: #6fdc8c; --docs: #79b8ff;
  }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
a { color: var(--link) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
h1 { margin: 0; font-size: 1.75rem }
h2 { margin: 0 0 .25rem; font-size: 1.4rem }
.verdict { margin: .25rem 0; font-size: 1.25rem; font-weight: 600 }
.verdict.major { color: var(--breaking) }
code { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }

.early { margin: 0; color: var(--soft) }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none }
.counts a { display: block; min-width: 9rem; padding: .5rem 1rem; border: 1px solid var(--line); border-top: 4px solid var(--level); border-radius: 6px; background: var(--panel); color: inherit; text-decoration: none }
.counts a:hover { border-color: var(--level) }
.counts b { display: block; font-size: 1.5rem; line-height: 1.2 }
.breaking { --level: var(--breaking) } .compatible { --level: var(--compatible) } .docs { --level: var(--docs) }

.packages { border-collapse: collapse; margin: 1rem 0 1.5rem }
.packages :is(th, td) { padding: .35rem .9rem; border: 1px solid var(--line); text-align: left }
.packages .count { text-align: right }
.table { overflow-x: auto }

.filters { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 1.5rem; padding: .75rem 0; border-block: 1px solid var(--line) }
.filters fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; border: 0 }
.filters legend { float: left; margin-right: 1rem; color: var(--soft) }
.filters label { white-space: nowrap }

.package + .package { margin-top: 3rem }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem }
.contents { max-height: 40vh; overflow: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); font-size: .9rem }
.contents p { margin: .5rem 0 0; font-weight: 600; color: var(--level) }
.contents .level:first-child p { margin-top: 0 }
.contents ul { margin: 0; padding: 0; list-style: none }
.contents li { padding: .1rem 0; overflow-wrap: anywhere }
@media (min-width: 64rem) {
  .columns { grid-template-columns: 18rem minmax(0, 1fr); align-items: start }
  .contents { position: sticky; top: 1rem; max-height: calc(100vh - 2rem) }
}

.level > .heading { margin: 0 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--level); color: var(--level); font-size: 1.25rem }
.level + .level > .heading { margin-top: 2rem }
.owner { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--level); border-radius: 6px }
.owner:target { outline: 2px solid var(--link) }
.owner > .heading { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere }
.owner > .heading a { color: inherit; text-decoration: none }
.owner > .heading a:hover::after { content: " #"; color: var(--soft) }
.rule { margin-top: .6rem }
.rule p { margin: 0 }
.title { display: inline-block; font-weight: 600 }
.title::first-letter { text-transform: uppercase }
.why { color: var(--soft) }
.tag { display: inline-block; margin-left: .35rem; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft); font-size: .8rem; font-weight: 400; white-space: nowrap }
.changes { margin: .25rem 0 0; padding: 0 0 0 1.1rem }
.changes li { margin: .2rem 0 }
.places { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem }
@media print {
  .filters, .contents { display: none }
  .columns { display: block }
  .owner { break-inside: avoid }
}
${filters(levels)}
`;
