import type { Core } from '@strapi/strapi';

/** The webhook's name in the settings of the admin panel. */
const NAME = '发布端';

/** Events that may change what is published. */
const EVENTS = ['entry.publish', 'entry.unpublish', 'entry.delete', 'media.update', 'media.delete'];

interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

/**
 * Makes sure Strapi's own webhook reaches the publisher, beside our signed nudge. It is written by code because the
 * panel refuses addresses of the intranet in production. An administrator's choice to switch it off is kept. Call it
 * while plugins bootstrap: Strapi arms what is stored right after.
 */
export async function ensureWebhook(
  strapi: Core.Strapi,
  { publisherUrl, webhookToken }: { publisherUrl: string; webhookToken: string },
): Promise<void> {
  const store = strapi.get('webhookStore') as unknown as {
    findWebhooks(): Promise<Webhook[]>;
    createWebhook(webhook: Omit<Webhook, 'id'>): Promise<Webhook>;
    updateWebhook(id: string, webhook: Webhook): Promise<Webhook>;
  };

  const wanted = {
    name: NAME,
    url: `${publisherUrl}/webhook`,
    headers: { Authorization: `Bearer ${webhookToken}` },
    events: EVENTS,
  };
  const existing = (await store.findWebhooks()).find(({ name }) => name === NAME);
  if (!existing) await store.createWebhook({ ...wanted, isEnabled: true });
  else if (existing.url !== wanted.url || existing.headers.Authorization !== wanted.headers.Authorization) {
    await store.updateWebhook(existing.id, { ...existing, ...wanted });
  }
}
