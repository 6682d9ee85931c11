/** Texts that mean harm: each tries to leave the place where a description's text stands, and to run. */

export interface Payload {
  /** What the text tries. */
  readonly name: string;
  readonly text: string;
}

/**
 * Every text that is more than a bad name carries `PWNED_` and a number: that must never stand in code, and the global
 * variable of that name must never exist.
 */
const tricks: readonly (readonly [name: string, make: (attack: string) => string])[] = [
  ["a double quote", (attack) => `";${attack};"`],
  ["other quotes and a substitution", (attack) => `';${attack};'\`;${attack};\`\${${attack}}`],
  ["the end of a comment", (attack) => `*/${attack};/*`],
  ["the end of a comment at the very end", (attack) => `${attack}*/`],
  [
    "the end of a comment in pieces",
    (attack) => `*\n/${attack};\n*\r\n/ ** // *\\/${attack};*\\\\/${attack};/*`,
  ],
  [
    "the end of a comment with something invisible inside",
    (attack) => `*\u200b/${attack};*\0/${attack};*\u202e/${attack};*\u00ad/${attack};*\r/${attack};/*`,
  ],
  ["a comment of one line", (attack) => `// ${attack}\n${attack}\n//`],
  ["the end of a script element", (attack) => `</script><script>${attack}</script><!--<script>${attack}`],
  [
    "HTML",
    (attack) => `<!-- ${attack} --><img src=x onerror="${attack}"><b>${attack}</b>&lt;i&gt;&#60;u&#62;`,
  ],
  [
    "line ends",
    (attack) => `\u2028${attack}\u2029${attack}\r${attack}\r\n${attack}\u0085${attack}\u000b${attack}\f`,
  ],
  ["bidi controls and a byte order mark", (attack) => `\ufeff\u202e\u2066${attack}\u2069\u202c\u200f\u061c`],
  ["a terminal's escape sequences", (attack) => `\u001b[31m${attack}\u001b]8;;x\u0007\u009b0m`],
  ["a lone surrogate", (attack) => `\ud800${attack}\udc00`],
  [
    "a template's syntax",
    (attack) => `{{${attack}}} {{{${attack}}}} {{#each ${attack}}} }} {{/if}} {{!-- {{> ${attack}}}`,
  ],
  [
    "marks that the generator might use itself",
    (attack) => `\ue0000\ue000\ue0001\ue000 __0__ $& $1 $\` specwright_inherited_constructor ${attack}`,
  ],
  ["a backslash at the end", (attack) => `${attack}\\`],
  ["backslashes before a quote", (attack) => `\\";${attack}//\\\\";${attack}//\\`],
  ["a backslash before the end of a comment", (attack) => `\\*/${attack}/*\\`],
  ["escape sequences", (attack) => `\\u0022;${attack};\\x22;\\u{22}\\n`],
  ["the end of a regular expression", (attack) => `/;${attack};/[/]${attack}`],
  ["the end of a code fence", (attack) => `x\n\`\`\`\n${attack}\n~~~\n# ${attack}\n\`\`\`js\n`],
  [
    "a link, an image and a table",
    (attack) => `[${attack}](javascript:${attack}) ![x](y "${attack}") | \\| |\n|---|\n[a]: b`,
  ],
  [
    "blocks of Markdown",
    (attack) => `# ${attack}\n\n- [ ] ${attack}\n\n1. x\n\n> y\n\n---\n\n    ${attack}\n\n<br>`,
  ],
  [
    "code spans of Markdown",
    (attack) => `\`\` \` ${attack} \`<b>${attack}</b>\` \`\`\`<i>${attack}</i>\`\` \\\`<u>\``,
  ],
  [
    "tags and directives",
    (attack) => `@ts-nocheck ${attack}\n/// <reference path="${attack}" />\n * @ts-ignore\n@type {${attack}}`,
  ],
  ["an import and the end of a call", (attack) => `)});import("data:text/javascript,${attack}");({(`],
];

/** Names that every object inherits, or that mean something to JavaScript. */
const names = ["__proto__", "constructor", "hasOwnProperty", "then", "default", "arguments"];

export const payloads: readonly Payload[] = [
  ...tricks.map(([name, make], i) => ({ name, text: make(`globalThis.PWNED_${i}=1`) })),
  ...names.map((text) => ({ name: `the name ${text}`, text })),
];
