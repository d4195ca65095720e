import type { Core } from '@strapi/strapi';

import { DeliveryError, reasonOf } from '../delivery/delivery-error.ts';
import type { Letter } from './write-letter.ts';

/** What is known here of the mail server, which the operator has set; see the app's `mail-server.ts`. */
export interface MailServer {
  host: string;
  port: number;
  /** `implicit` from the first byte (port 465), `starttls` required, or `none` for a server within the house. */
  tls: 'implicit' | 'starttls' | 'none';
  /** `name <address>` or an address. */
  from: string;
}

/** Sends letters. */
export interface Mailer {
  /** @throws {DeliveryError} When the mail server did not take it. */
  send(letter: Letter, to: string): Promise<void>;
}

/** Strapi's service hands on to its provider whatever it is given. */
interface EmailService {
  send(letter: object): Promise<unknown>;
}

/** Sends letters by Strapi's e-mail plugin, as everything else that is mailed here. */
export function createMailer(strapi: Core.Strapi, { from }: MailServer): Mailer {
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, subject, text, html }, to) {
      const headers = { 'X-Mingchuang-Delivery': id, 'Auto-Submitted': 'auto-generated' };
      const email = strapi.plugin('email').service('email') as unknown as EmailService;
      try {
        await email.send({ from, to: { name: '', address: to }, subject, text, html, headers, messageId: `<${id}@${domain}>` });
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** A refused recipient is refused for good; a server that is away or does not know us may be put right. */
function failureOf(error: unknown): DeliveryError {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE' && responseCode && responseCode >= 500)
    return new DeliveryError(`邮件服务器不接受这个收件地址（${responseCode}）`, { isFinal: true, cause: error });
  if (code === 'EAUTH') return new DeliveryError('邮件服务器不接受用户名或密码', { cause: error });
  if (responseCode) return new DeliveryError(`邮件服务器没有接收（${responseCode}）`, { cause: error });
  return new DeliveryError(`邮件服务器：${reasonOf(error)}`, { cause: error });
}
