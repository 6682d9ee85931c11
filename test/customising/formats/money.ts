export interface Value {
  readonly amount: number;
  readonly currency: string;
}

export const is = (text: string): boolean => /^\d+\.\d\d [A-Z]{3}$/.test(text);

export const read = (text: string): Value => {
  const [amount, currency = ""] = text.split(" ");
  return { amount: Number(amount), currency };
};

export const write = ({ amount, currency }: Value): string => `${amount.toFixed(2)} ${currency}`;

export const sample = (seed: number): string =>
  write({ amount: (seed % 100_000) / 100, currency: seed % 2 === 0 ? "EUR" : "USD" });
