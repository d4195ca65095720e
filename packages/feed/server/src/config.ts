/** What the feed is told by the environment. Every part is optional: without a publisher it keeps quiet. */
export interface FeedConfig {
  /** Base address of the publisher. */
  publisherUrl?: string;
  /** Key that nudges are signed with. */
  nudgeSecret?: string;
  /** Bearer token of Strapi's native webhook. */
  webhookToken?: string;
  /** Public address of the portal, for links in the editor. */
  portalUrl?: string;
  /** `owner/name` of the repository whose workflow is started after publications. */
  dispatchRepository?: string;
  dispatchToken?: string;
  dispatchApi?: string;
}

type Environment = (name: string, fallback?: string) => string | undefined;

/** The plugin's configuration: the environment read once, by Strapi's own reader. */
export const config = {
  default: ({ env }: { env: Environment }): Record<keyof FeedConfig, string | undefined> => ({
    publisherUrl: withoutSlash(env('PUBLISHER_URL')),
    nudgeSecret: env('NUDGE_SECRET'),
    webhookToken: env('WEBHOOK_TOKEN'),
    portalUrl: withoutSlash(env('PORTAL_URL')),
    dispatchRepository: env('DISPATCH_REPOSITORY'),
    dispatchToken: env('DISPATCH_TOKEN'),
    dispatchApi: withoutSlash(env('DISPATCH_API')),
  }),
  validator: () => {},
};

const withoutSlash = (address: string | undefined) => address?.replace(/\/+$/, '');
