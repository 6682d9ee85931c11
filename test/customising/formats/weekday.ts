/** A format without a codec: its values are texts. */
const days: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function is(text: string): boolean {
  return days.includes(text);
}

export function sample(seed: number): string {
  return days[seed % days.length] ?? "mon";
}
