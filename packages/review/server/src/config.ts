/** What the plugin is told by the environment. */
export interface ReviewConfig {
  /** Hosts in a private network that links are checked on all the same. */
  privateHosts: readonly string[];
}

type Environment = (name: string, fallback?: string) => string | undefined;

/** The plugin's configuration: the environment read once, by Strapi's own reader. */
export const config = {
  default: ({ env }: { env: Environment }): ReviewConfig => ({
    privateHosts: (env('LINK_CHECK_PRIVATE_HOSTS') ?? '').split(/[\s,]+/).filter(Boolean),
  }),
  validator: () => {},
};
