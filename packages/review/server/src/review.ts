import type { Core } from '@strapi/strapi';

/** What every part of the editorial system works with. One for each Strapi. */
export interface Review {
  strapi: Core.Strapi;
  /** False with REVIEW=off: rights alone decide who publishes. */
  isOn: boolean;
  now(): Date;
}

const reviews = new WeakMap<Core.Strapi, Review>();

/** The one of this Strapi. Its clock may be replaced. */
export function reviewOf(strapi: Core.Strapi): Review {
  let review = reviews.get(strapi);
  if (!review) {
    const { enabled } = strapi.config.get('plugin::review') as ReviewConfig;
    reviews.set(strapi, (review = { strapi, isOn: enabled, now: () => new Date() }));
  }
  return review;
}

/** What the plugin is told by the environment. */
export interface ReviewConfig {
  enabled: boolean;
  /** Hosts in a private network that links are checked on all the same. */
  privateHosts: readonly string[];
}

/** `REVIEW=off` switches review off; any other word is refused where the app reads its environment. */
export const config = {
  default: ({ env }: { env(name: string, fallback?: string): string | undefined }): ReviewConfig => ({
    enabled: env('REVIEW', 'on') !== 'off',
    privateHosts: (env('LINK_CHECK_PRIVATE_HOSTS') ?? '').split(/[\s,]+/).filter(Boolean),
  }),
  validator: () => {},
};
