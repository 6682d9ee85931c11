/** Is told of text that is no TypeScript: templates of a user can make some. */
export type Unparsed = (path: string, problem: string) => void;

/** Ours make none. */
export const bug: Unparsed = (path, problem) => {
  throw new Error(`bug: ${path}: ${problem}`);
};
