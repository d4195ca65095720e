import { resolve } from 'node:path';

import { z } from 'zod';

const secret = z.string().min(16, 'must be at least 16 characters long');
const optionalUrl = z.url().optional();

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(1337),
  /** Whether a proxy in front sets X-Forwarded-For and -Proto. */
  TRUST_PROXY: z.stringbool().default(false),
  /** Holds cms.db and uploads/. */
  DATA_DIR: z.string().default(resolve(__dirname, '../../../../data')),
  /** PostgreSQL instead of the SQLite file in DATA_DIR. */
  DATABASE_URL: z.string().optional(),
  /** A private bucket of S3-compatible storage instead of the folder DATA_DIR/uploads. */
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: optionalUrl,
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  APP_KEYS: secret,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  CASE_KEY: z.string().optional(),
  /** Key of the API token the publisher reads the feed with. */
  FEED_TOKEN: secret.optional(),
  /** Key of the API token the gateway files cases with. */
  GATEWAY_TOKEN: secret.optional(),
  NUDGE_SECRET: z.string().optional(),
  WEBHOOK_TOKEN: z.string().optional(),
  PUBLISHER_URL: optionalUrl,
  PORTAL_URL: optionalUrl,
  DISPATCH_REPOSITORY: z.string().optional(),
  DISPATCH_TOKEN: z.string().optional(),
  DISPATCH_API: optionalUrl,
  /** Origin under which staff open the admin, for links in letters and messages. */
  ADMIN_URL: optionalUrl,
  /** The mail server every letter goes through; without it no e-mail is sent. */
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().optional(),
  SMTP_TLS: z.enum(['implicit', 'starttls', 'none']).optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** Sender of letters: an address, or a name with the address in angle brackets. */
  MAIL_FROM: z.string().optional(),
  /** Origins robots of groups may be at beside those of the three services, with commas between. */
  NOTICE_ORIGINS: z.string().default(''),
  /** The first administrator, made on the first boot only, when nobody has an account yet. */
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).optional(),
  /** Whether documents go live only through review. With `off` rights alone decide who publishes. */
  REVIEW: z.enum(['on', 'off']).default('on'),
  /** Whether administrators and signers need a second factor. `off` is the way back when nobody gets in any more. */
  SECOND_FACTOR: z.enum(['required', 'off']).default('required'),
  /** Load the demo city into an empty installation. */
  DEMO: z.stringbool().default(false),
  /** JSON file with the passwords of the demo accounts by e-mail address. */
  DEMO_PASSWORDS_FILE: z.string().optional(),
});

/**
 * Reads what the operator has set. The only place in this app that looks at `process.env`.
 *
 * @throws {Error} Naming every variable that is missing or wrong.
 */
export function readEnvironment(from: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return result.data;

  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The CMS cannot start, its environment is not complete:\n${lines.join('\n')}`);
}

/**
 * The object storage that is set, if any.
 * @throws {Error} When a bucket is named without its keys.
 */
export function storageOf(given: ReturnType<typeof readEnvironment>) {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (!bucket) return undefined;
  if (!accessKeyId || !secretAccessKey) throw new Error('The CMS cannot start: S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  return { bucket, endpoint, region, accessKeyId, secretAccessKey };
}

/** How notices leave the house. @throws {Error} When an origin of robots is none. */
export function noticesOf(given: ReturnType<typeof readEnvironment>) {
  const robotOrigins = given.NOTICE_ORIGINS.split(',').map((origin) => origin.trim()).filter(Boolean);
  const wrong = robotOrigins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong) throw new Error(`The CMS cannot start: NOTICE_ORIGINS takes origins such as https://robots.example.cn, not ${wrong}`);
  return { adminUrl: given.ADMIN_URL, robotOrigins };
}

/** The mail server that is set, if any. @throws {Error} When it is named by half. */
export function mailServerOf(given: ReturnType<typeof readEnvironment>) {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password, MAIL_FROM: from } = given;
  if (!host) return undefined;
  if (!from || !/^[^@<>\s]+@[^@<>\s]+$|<[^@<>\s]+@[^@<>\s]+>$/.test(from)) throw new Error('The CMS cannot start: SMTP_HOST needs MAIL_FROM, the address letters come from');
  if (Boolean(user) !== Boolean(password)) throw new Error('The CMS cannot start: SMTP_USER and SMTP_PASSWORD belong together');
  const tls = given.SMTP_TLS ?? (given.SMTP_PORT === 465 ? 'implicit' : 'starttls');
  return { host, port: given.SMTP_PORT ?? (tls === 'implicit' ? 465 : tls === 'starttls' ? 587 : 25), tls, user, password, from };
}

/**
 * Tells Strapi's parts that read `process.env` themselves what they offer no configuration for. Must run before the
 * plugins are loaded: i18n makes its default locale from it on the first boot.
 */
export function presetStrapi(): void {
  process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE = 'zh-Hans';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  // The pinned version runs on Node 20; the warning is of later ones.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
}
