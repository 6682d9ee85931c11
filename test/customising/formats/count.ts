/** Numbers that stand in texts. */
export type Value = number;

export const is = (text: string): boolean => /^#(0|[1-9]\d{0,14})$/.test(text);
export const read = (text: string): number => Number(text.slice(1));
export const write = (value: number): string => `#${value}`;
export const sample = (seed: number): string => write(seed);
