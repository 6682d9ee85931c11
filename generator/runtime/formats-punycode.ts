/** Punycode (RFC 3492): text of all scripts in letters, digits and hyphens, as it stands behind `xn--` in host names. */

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Section 6.2. The text must be in lower case; undefined: it is not the Punycode of anything. */
export function decodePunycode(text: string): string | undefined {
  const ascii = text.slice(0, Math.max(0, text.lastIndexOf("-")));
  const points = [...ascii];
  let [point, index, bias] = [128, 0, 72];
  for (let at = ascii === "" ? 0 : ascii.length + 1; at < text.length; index++) {
    const before = index;
    for (let weight = 1, place = 36; ; place += 36) {
      const digit = at < text.length ? digits.indexOf(text.charAt(at++)) : -1;
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = thresholdOf(place, bias);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    point += Math.floor(index / count);
    index %= count;
    // What lies beyond Unicode, and halves of surrogate pairs.
    if (point > 0x10ffff || point >> 11 === 27) return undefined;
    points.splice(index, 0, String.fromCodePoint(point));
  }
  return points.join("");
}

/** Section 6.3. */
export function encodePunycode(text: string): string {
  const points = Array.from(text, (each) => each.codePointAt(0) ?? 0);
  const ascii = points.filter((each) => each < 128);
  let output = String.fromCharCode(...ascii) + (ascii.length > 0 ? "-" : "");
  let [point, delta, bias, done] = [128, 0, 72, ascii.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((each) => each >= point));
    delta += (next - point) * (done + 1);
    point = next;
    for (const each of points) {
      if (each < point) delta++;
      if (each !== point) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, done + 1, done === ascii.length);
      delta = 0;
      done++;
    }
    delta++;
    point++;
  }
  return output;
}

/** Section 3.3: a number as digits, the lowest first, each place with a range of its own. */
function variableLength(number: number, bias: number): string {
  let text = "";
  for (let rest = number, place = 36; ; place += 36) {
    const threshold = thresholdOf(place, bias);
    if (rest < threshold) return text + digits.charAt(rest);
    const range = 36 - threshold;
    text += digits.charAt(threshold + ((rest - threshold) % range));
    rest = Math.floor((rest - threshold) / range);
  }
}

const thresholdOf = (place: number, bias: number): number => Math.min(26, Math.max(1, place - bias));

/** Section 6.1. */
function adapt(distance: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(distance / (isFirst ? 700 : 2));
  delta += Math.floor(delta / count);
  let place = 0;
  for (; delta > 455; place += 36) delta = Math.floor(delta / 35);
  return place + Math.floor((36 * delta) / (delta + 38));
}
