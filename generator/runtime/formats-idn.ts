/** Internationalized host names (IDNA 2008, RFC 5890 to 5893). */
import { keepBidiRule } from "./formats-bidi.js";
import { decodePunycode, encodePunycode } from "./formats-punycode.js";

/** RFC 5890, section 2.3.2.3; the separators of RFC 3490, section 3.1. */
export function isIdnHostname(value: string): boolean {
  // No code point takes less than one of the 253 octets, and none more than two units.
  if (value.length > 506) return false;
  const labels = value.split(/[.\u3002\uff0e\uff61]/);
  const octets = labels.map(octetsOf);
  if (octets.some((each) => each > 63) || octets.reduce((sum, each) => sum + 1 + each, -1) > 253)
    return false;
  const texts = labels.map(textOf);
  return texts.every((text) => text !== undefined) && keepBidiRule(texts);
}

/** How long a label is in the DNS: that of its A-label where it is not ASCII. */
function octetsOf(label: string): number {
  return isAscii(label) ? label.length : 4 + encodePunycode(label).length;
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** What a label says: a label of ASCII is itself or, behind `xn--`, the U-label it encodes. Undefined: it is none. */
function textOf(label: string): string | undefined {
  if (!isAscii(label)) return isULabel(label) ? label : undefined;
  const lower = label.toLowerCase();
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(lower)) return undefined;
  if (!lower.startsWith("xn--")) return lower;
  const text = decodePunycode(lower.slice(4));
  return text !== undefined && !isAscii(text) && isULabel(text) ? text : undefined;
}

/** RFC 5891, section 4.2: normalized, of permitted characters, and each that depends on its context in that context. */
function isULabel(label: string): boolean {
  return (
    label.normalize() === label &&
    /^(?!-|..--|\p{M})(?:[\u200d\u200c\-\xb7\xdf\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u3007\u30fb\uac00-\ud7a3]|(?![\u20d0-\u20ff\p{CWKCF}\p{Script=Hangul}\u0640\u07fa\u3031-\u3035\u303b\u{1d100}-\u{1d24f}])[\p{L}\p{Mn}\p{Mc}\p{Nd}])+$/u.test(
      label,
    ) &&
    !label.endsWith("-") &&
    fitsContext(label)
  );
}

/** RFC 5892, appendix A. */
function fitsContext(label: string): boolean {
  return (
    // A.3 to A.6: the middle dot between two l, the keraia before Greek, geresh and gershayim behind Hebrew.
    !/(?:^|[^l])\xb7|\xb7(?!l)|\u0375(?!\p{Script=Greek})|(?:^|\P{Script=Hebrew})[\u05f3\u05f4]/u.test(
      label,
    ) &&
    // A.7: the katakana middle dot among kana or Han.
    (!label.includes("\u30fb") || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label)) &&
    // A.8 and A.9: not both kinds of Arabic digits.
    !(/[\u0660-\u0669]/.test(label) && /[\u06f0-\u06f9]/.test(label)) &&
    (!/[\u200c\u200d]/.test(label) || joinersFit(label))
  );
}

/** A.1 and A.2: a joiner stands behind a virama, or the one that separates breaks a connection of two letters. */
function joinersFit(label: string): boolean {
  const types = Array.from(label, joiningType).join("");
  return !/[NJ]/.test(types.replace(/V[NJ]|D[TV]*N(?=[TV]*[DR])/g, " "));
}

/**
 * The Joining_Type of a code point (Unicode Standard, section 9.2) as far as rule A.1 needs it: D connects to both
 * sides, R only to the letter before it, U to none; T is a mark that connections ignore, V a virama among them. N and J
 * are the joiners themselves.
 */
function joiningType(point: string): string {
  if (point === "\u200c") return "N";
  if (point === "\u200d") return "J";
  if (isVirama(point)) return "V";
  if (/\p{Mn}/u.test(point)) return "T";
  if (
    !/(?=\p{L})[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Phags_Pa}\p{Script=Syriac}]/u.test(
      point,
    ) ||
    /[\u0621\u0674\u06e5\u06e6\u07f4\u07f5\u0861\u0866\u0883-\u0885\u0887\u08ad\u08c9\u1880-\u1884\ua873\ufe73]/.test(
      point,
    )
  )
    return "U";
  return /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2-\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867\u0869\u086a\u0870-\u0882\u088e\u08aa-\u08ae\u08b1\u08b2\u08b9]/.test(
    point,
  )
    ? "R"
    : "D";
}

/** Whether Canonical_Combining_Class is 9: reordering puts it between U+3099 (class 8) and U+05B0 (class 10). */
function isVirama(point: string): boolean {
  return (
    point !== "\u05b0" &&
    point !== "\u3099" &&
    `\u05b0${point}\u3099`.normalize("NFD") === `\u3099${point}\u05b0`
  );
}
