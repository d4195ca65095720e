import type { Core } from '@strapi/strapi';

import { EntryLoader } from './entry-loader.ts';
import { type PortalTypes, readPortalTypes } from './portal-types.ts';
import { Sources } from './sources.ts';

/** What every part of the feed works with. One for each Strapi. */
export interface FeedCore {
  strapi: Core.Strapi;
  sources: Sources;
  /** Read from the schemas on first use: the database must know its models. */
  types(): PortalTypes;
  loader(): EntryLoader;
  now(): Date;
  /** Called after the commit of a transaction that wrote changes. */
  onChange(listener: () => void): void;
  changed(): void;
}

/** Puts the parts together. @param now The clock. */
export function createFeedCore(strapi: Core.Strapi, now: () => Date = () => new Date()): FeedCore {
  let types: PortalTypes | undefined;
  let loader: EntryLoader | undefined;
  const listeners: (() => void)[] = [];
  const core: FeedCore = {
    strapi,
    sources: new Sources(),
    types: () => (types ??= readPortalTypes(strapi)),
    loader: () => (loader ??= new EntryLoader(strapi, core.types())),
    now,
    onChange: (listener) => void listeners.push(listener),
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
  return core;
}
