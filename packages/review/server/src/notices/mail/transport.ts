import { createTransport } from 'nodemailer';

import { DeliveryError, reasonOf } from '../delivery/delivery-error.ts';
import type { Letter } from './write-letter.ts';

/** The mail server letters are handed to. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** `implicit` from the first byte (port 465), `starttls` required, or `none` for a server within the house. */
  tls: 'implicit' | 'starttls' | 'none';
  user?: string | undefined;
  password?: string | undefined;
  /** `name <address>` or an address. */
  from: string;
}

/** Sends letters. */
export interface Mailer {
  /** @throws {DeliveryError} When the mail server did not take it. */
  send(letter: Letter, to: string): Promise<void>;
  close(): void;
}

/** Longest wait for the mail server at each step, ms; far below the claim of a delivery. */
const TIMEOUT = 15_000;

/** Opens the way to a mail server; connections are made when there is something to send. */
export function createMailer({ host, port, tls, user, password, from }: SmtpSettings): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user && { auth: { user, pass: password } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    // Letters are made of our own text alone: nothing is read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, subject, text, html }, to) {
      const headers = { 'X-Mingchuang-Delivery': id, 'Auto-Submitted': 'auto-generated' };
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, headers, messageId: `<${id}@${domain}>` });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
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
