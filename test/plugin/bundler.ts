/** A bundler at work on the app of a project. */
import type { Project } from "./project.js";

/** What a build came to. */
export interface Built {
  /** The message; undefined where the bundle was written. */
  readonly failure: string | undefined;
  readonly warnings: readonly string[];
}

export interface Bundler {
  readonly build: (project: Project) => Promise<Built>;
  /** Tells of every build until it is stopped. */
  readonly watch: (project: Project, tell: (built: Built) => void) => Promise<Stop>;
}

export type Stop = () => Promise<void>;
