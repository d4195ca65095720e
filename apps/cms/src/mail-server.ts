import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { mailServerOf, readEnvironment } from './environment';

/** Longest wait for the mail server at each step, ms; far below the claim of a notice's delivery. */
const TIMEOUT = 15_000;
const NONE = '还没有设置邮件服务器，请运维人员设置 SMTP_HOST 和 MAIL_FROM。';

/** Configuration of Strapi's e-mail plugin, the one way letters leave: notices, and the link of a forgotten password. */
export function configureMail(): object {
  const server = mailServerOf(readEnvironment());
  if (!server) return {};
  const { host, port, tls, user, password, from } = server;
  return {
    provider: 'nodemailer',
    providerOptions: {
      host,
      port,
      // From the first byte, required after it, or never: none of them falls back to another.
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      ...(user && { auth: { user, pass: password } }),
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT,
      greetingTimeout: TIMEOUT,
      socketTimeout: TIMEOUT,
    },
    settings: { defaultFrom: from },
  };
}

/**
 * Makes letters that nobody can carry say so: Strapi would hand them to the mail servers of the world by itself, under
 * a sender of its own. And leads the link of a forgotten password to where staff open the admin.
 */
export function settleMail(strapi: Core.Strapi): void {
  const given = readEnvironment();
  if (given.ADMIN_URL) strapi.config.set('admin.absoluteUrl', new URL(strapi.config.get('admin.path', '/admin') as string, given.ADMIN_URL).href);
  if (mailServerOf(given)) return;
  (strapi.plugin('email') as unknown as { provider: object }).provider = {
    send: async () => {
      throw new errors.ApplicationError(NONE);
    },
  };
}

/** Hangs up, so that a kept connection does not hold the process. */
export function closeMail(strapi: Core.Strapi): void {
  (strapi.plugin('email') as unknown as { provider?: { close?(): void } }).provider?.close?.();
}
