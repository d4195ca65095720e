import type { Core } from '@strapi/strapi';

import type { MailServer } from './mail/transport.ts';

/** What the operator has set for notices that leave the house; see the app's `environment.ts`. */
export interface NoticesConfig {
  /** Undefined: no e-mail is sent. */
  mail?: MailServer | undefined;
  /** Origin under which staff open the admin, for links in messages. */
  adminUrl?: string | undefined;
  /** Origins robots may be at beside those of the three services. */
  robotOrigins: readonly string[];
}

/** Reads the plugin's configuration, and with it the key that seals secrets of robots. */
export function noticesConfig(strapi: Core.Strapi): NoticesConfig & { encryptionKey: string; adminPath: string } {
  const given = strapi.config.get('plugin::review.notices', {}) as Partial<NoticesConfig>;
  return {
    robotOrigins: [],
    ...given,
    encryptionKey: strapi.config.get('admin.secrets.encryptionKey') as string,
    adminPath: strapi.config.get('admin.path', '/admin') as string,
  };
}
