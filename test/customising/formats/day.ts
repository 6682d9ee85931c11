/** A value that is more than its properties: an instance of a class, which says so. */
export class Value {
  readonly #days: number;
  constructor(days: number) {
    this.#days = days;
  }
  get days(): number {
    return this.#days;
  }
  get [Symbol.toStringTag](): string {
    return "Day";
  }
}

/** Midnight of a day of this century, as in RFC 2822. */
export const is = (text: string): boolean => {
  const time = Date.parse(text);
  return (
    /^\w{3}, \d\d \w{3} 20\d\d 00:00:00 \+0000$/.test(text) && !Number.isNaN(time) && textOf(time) === text
  );
};

export const read = (text: string): Value => new Value(Date.parse(text) / day);
export const write = (value: Value): string => textOf(value.days * day);
export const sample = (seed: number): string => write(new Value(19_000 + (seed % 5000)));

const day = 86_400_000;
const textOf = (time: number): string => new Date(time).toUTCString().replace("GMT", "+0000");
