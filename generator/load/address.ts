/** Where a description is, as commands and configurations say it: a file, a URL, or standard input. */

/** Standard input, as commands are told to read it. */
export const standardInput = "-";

/** Whether it is fetched. */
export const isRemote = (address: string): boolean => /^https?:\/\//i.test(address);

/** Whether it is a path. */
export const isPath = (address: string): boolean => address !== standardInput && !isRemote(address);

/** What a description may be called by its address: the last step of it, without ending. */
export const nameOfAddress = (address: string): string =>
  address
    .replace(/[?#].*$/, "")
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "");
