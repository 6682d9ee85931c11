/** A line on the terminal that says what takes long. */
import type { Stage } from "../pipeline.js";

const words: Readonly<Record<Stage, string>> = {
  load: "reading the description",
  overlay: "applying overlays",
  refer: "following references",
  lower: "understanding the description",
  plan: "planning the package",
  render: "printing files",
  format: "formatting files",
  write: "writing files",
};

/** Milliseconds after which a run tells what it is doing. */
const patience = 1000;

export interface Progress {
  /** A stage has begun. */
  readonly tell: (stage: Stage, milliseconds: number) => void;
  /** Nothing is going on any more: the line is gone. */
  readonly clear: () => void;
}

/** For a person who waits; a file or a pipe gets none. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): Progress {
  let isShown = false;
  const clear = (): void => {
    if (isShown) stream.write("\r\u001b[K");
    isShown = false;
  };
  return {
    clear,
    tell: (stage, milliseconds) => {
      if (!stream.isTTY || milliseconds < patience) return;
      clear();
      stream.write(`${words[stage]} …`);
      isShown = true;
    },
  };
}
