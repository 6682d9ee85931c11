/** The report as a page of its own: the version first, then what breaks, each operation and schema with an anchor. */
import { type Html, markup } from "./html.js";
import type { LocatedDifference } from "./located.js";
import { type Owner, ownersOf, partOf } from "./owners.js";
import { areas, styleOf } from "./page-style.js";
import type { Level } from "./rules.js";
import { type PackageDiff, headings, levels, place, sections, verdict } from "./words.js";

/** Nothing of it is loaded from elsewhere, and nothing of it runs. */
export const asPage = (packages: readonly PackageDiff[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API changes</title>
<style>${styleOf(levels)}</style>
</head>
<body>
<h1>API changes</h1>
${bodyOf(packages).text}
<footer>What a rule means: <code>specwright explain</code> and its name.</footer>
</body>
</html>`;

function bodyOf(packages: readonly PackageDiff[]): Html {
  const filters = filtersOf(packages.flatMap((each) => each.differences));
  const [only] = packages;
  return markup`<main>
    ${
      only !== undefined && packages.length === 1
        ? packageOf(only, "p1", undefined, filters)
        : markup`${tableOf(packages)} ${filters}
          ${packages.map((each, i) => packageOf(each, `p${i + 1}`, each.output ?? "", []))}`
    }
  </main>`;
}

/** Where there are several packages: which of them are concerned. */
const tableOf = (packages: readonly PackageDiff[]): Html =>
  markup`<div class="table">
    <table class="packages">
      <thead>
        <tr>
          <th scope="col">package</th>
          <th scope="col">version</th>
          ${levels.map((level) => markup`<th scope="col">${headings[level]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${packages.map(
          (each, i) =>
            markup`<tr>
              <th scope="row"><a href="#p${i + 1}">${each.output ?? ""}</a></th>
              <td>${each.version}${each.bump === "none" ? "" : ` (${each.bump})`}</td>
              ${levels.map((level) => markup`<td class="count">${countOf(each.differences, level)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const countOf = (differences: readonly LocatedDifference[], level: Level): number =>
  differences.filter((each) => each.level === level).length;

/** The style sheet does what they say. */
const filtersOf = (all: readonly LocatedDifference[]): readonly Html[] =>
  all.length === 0
    ? []
    : [
        markup`<form class="filters">
          <fieldset>
            <legend>Show</legend>
            ${sections(all).map(
              ([level]) =>
                markup`<label><input type="checkbox" id="show-${level}" checked> ${headings[level].toLowerCase()}</label>`,
            )}
          </fieldset>
          <fieldset>
            <legend>Of</legend>
            <label><input type="radio" name="only" checked> all parts</label>
            ${areas.map((each) => markup`<label><input type="radio" name="only" id="only-${each}"> ${each}</label>`)}
          </fieldset>
        </form>`,
      ];

interface Section {
  readonly level: Level;
  readonly id: string;
  readonly count: number;
  readonly owners: readonly (Owner & { readonly id: string })[];
}

/** `filters` stand below the counts. */
function packageOf(
  report: PackageDiff,
  id: string,
  name: string | undefined,
  filters: readonly Html[],
): Html {
  const all = sections(report.differences).map(([level, list]) => sectionOf(level, list, id));
  const depth = name === undefined ? 2 : 3;
  const isEarly = report.bump === "minor" && all[0]?.level === "breaking";
  return markup`<section class="package" id="${id}">
    ${name === undefined ? [] : [markup`<h2>${name}</h2>`]}
    <p class="verdict ${report.bump}">${verdict(report)}</p>
    ${isEarly ? [markup`<p class="early">Before 1.0.0 what breaks is a minor version.</p>`] : []}
    ${all.length === 0 ? [] : [countsOf(all)]} ${filters} ${all.length === 0 ? [] : [columnsOf(all, depth)]}
  </section>`;
}

const sectionOf = (level: Level, list: readonly LocatedDifference[], id: string): Section => ({
  level,
  id: `${id}-${level}`,
  count: list.length,
  owners: ownersOf(list).map((each) => ({
    ...each,
    id: `${id}-${level}-${each.name.replace(/\s+/g, "-")}`,
  })),
});

const countsOf = (all: readonly Section[]): Html =>
  markup`<ul class="counts">
    ${all.map(
      ({ level, id, count }) =>
        markup`<li class="${level}">
          <a href="#${id}"><b>${count}</b> ${headings[level]}</a>
        </li>`,
    )}
  </ul>`;

const columnsOf = (all: readonly Section[], depth: number): Html =>
  markup`<div class="columns">
    <nav class="contents" aria-label="Contents">${all.map(contentsOf)}</nav>
    <div>${all.map((each) => levelOf(each, depth))}</div>
  </div>`;

/** Long names break where a word of them begins. */
const breakable = (name: string): Html =>
  markup`${name.split(/(?<=[a-z\d])(?=[A-Z])/).map((word, i) => (i === 0 ? markup`${word}` : markup`<wbr>${word}`))}`;

const contentsOf = ({ level, owners }: Section): Html =>
  markup`<div class="level ${level}">
    <p>${headings[level]}</p>
    <ul>
      ${owners.map(
        ({ name, id, rules }) =>
          markup`<li class="entry ${areasOf(rules.flat())}">
            <a href="#${encodeURIComponent(id)}">${breakable(name)}</a>
          </li>`,
      )}
    </ul>
  </div>`;

const levelOf = ({ level, id, count, owners }: Section, depth: number): Html =>
  markup`<section class="level ${level}" id="${id}">
    ${heading(depth, markup`${headings[level]} (${count})`)}
    ${owners.map(
      (each) =>
        markup`<article class="owner" id="${each.id}">
          ${heading(depth + 1, markup`<a href="#${encodeURIComponent(each.id)}">${breakable(each.name)}</a>`)}
          ${each.rules.map(ruleOf)}
        </article>`,
    )}
  </section>`;

const heading = (depth: number, text: Html): Html =>
  depth === 2
    ? markup`<h2 class="heading">${text}</h2>`
    : depth === 3
      ? markup`<h3 class="heading">${text}</h3>`
      : markup`<h4 class="heading">${text}</h4>`;

/** What differs by one rule: its words once, and each place. */
function ruleOf(same: readonly LocatedDifference[]): Html {
  const [first] = same;
  if (first === undefined) return markup``;
  return markup`<div class="rule ${areasOf(same)}">
    <p><span class="title">${first.title}</span> <code class="tag">${first.code}</code></p>
    <p class="why">${first.why}</p>
    <ul class="changes">
      ${same.map(changeOf)}
    </ul>
  </div>`;
}

function changeOf(each: LocatedDifference): Html {
  const tags = each.directions.map((direction) => markup`<span class="tag">${direction}</span>`);
  return markup`<li>
    ${whatOf(each)} ${tags}
    <div class="places">${placesOf(each)}</div>
  </li>`;
}

/** The part and the detail; many details are the name of the part, or end with it. */
function whatOf(each: LocatedDifference): Html {
  const [part, { detail }] = [partOf(each), each];
  const code = (text: string): Html => markup`<code>${text}</code>`;
  if (part === "" || detail === part || detail.endsWith(` ${part}`)) return code(detail);
  return part.endsWith(`.${detail}`) ? code(part) : markup`${code(part)}: ${code(detail)}`;
}

function placesOf({ before, after }: LocatedDifference): Html {
  if (before === undefined)
    return after === undefined ? markup`` : markup`new at <code>${place(after)}</code>`;
  if (after === undefined) return markup`was at <code>${place(before)}</code>`;
  return markup`<code>${place(before)}</code> → <code>${place(after)}</code>`;
}

const areasOf = (list: readonly LocatedDifference[]): string =>
  areas.filter((area) => list.some((each) => each.affects.includes(area))).join(" ");
