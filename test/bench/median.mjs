/**
 * The middle value.
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new Error("the median of nothing");
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
