/** From one number to another, which is greater: `3-7`. */
export type Value = readonly [from: number, to: number];

export const is = (text: string): boolean => {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  return from !== undefined && Number(from) < Number(to);
};

export const read = (text: string): Value => {
  const [from = 0, to = 0] = text.split("-").map(Number);
  return [from, to];
};

export const write = ([from, to]: Value): string => `${from}-${to}`;

export const sample = (seed: number): string => `${seed % 20}-${20 + (seed % 7)}`;
