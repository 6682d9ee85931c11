/** From figures to a Markdown table. */

/** @typedef {{ what: string, measured: string, goal?: string | undefined }} Row */

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function table(rows) {
  const cells = rows.map(({ what, measured, goal = "" }) => [what, measured, goal]);
  return [["", "measured", "goal"], ["---", "---", "---"], ...cells]
    .map((each) => `| ${each.join(" | ")} |`)
    .join("\n");
}

/** @param {number} value */
export const seconds = (value) => `${value.toFixed(2)} s`;

/** Of seconds. @param {number} value */
export const milliseconds = (value) => `${(value * 1000).toFixed(1)} ms`;

/** Of 1000 bytes. @param {number} value */
export const kilobytes = (value) => `${(value / 1000).toFixed(2)} KB`;

/** @param {number} value */
export const times = (value) => `${value.toFixed(value < 10 ? 2 : 0)}×`;

/** Two digits are as many as a benchmark can mean. @param {number} value */
export const perSecond = (value) => `${count(Number(value.toPrecision(2)))} a second`;

/** @param {number} value */
export const count = (value) => Math.round(value).toLocaleString("en-US");
