/** What a plugin can be told; all else is for the configuration to say. */
export interface Options {
  /** The file of the configuration, from the working directory on; found as the command line finds it unless it is given. */
  readonly config?: string;
}

/** How bundlers call the plugin. */
export const pluginName = "specwright";
