import { mailServerOf, noticesOf, readEnvironment } from '../src/environment';
import { configureMail } from '../src/mail-server';
import { secondFactorSetting } from '../src/provisioning/second-factor-setting';

/** Kinds of files editors may attach. Checked against the bytes, not the name (see src/uploads/file-kinds.ts). */
const allowedTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'application/ofd',
  'application/zip',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.ms-works',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
  'text/csv',
  'text/vtt',
  'audio/mpeg',
  'video/mp4',
];

const access = () => {
  const environment = readEnvironment();
  return { dataDir: environment.DATA_DIR, encryptionKey: environment.ENCRYPTION_KEY, secondFactor: secondFactorSetting(environment) };
};

/** What the notices say of the mail server: neither its user nor the password. */
const notices = () => {
  const environment = readEnvironment();
  const server = mailServerOf(environment);
  return { ...noticesOf(environment), mail: server && { host: server.host, port: server.port, tls: server.tls, from: server.from } };
};

export default () => ({
  // First: what it guards comes before what the others do with a write.
  review: { enabled: true, resolve: '../../packages/review', config: { notices: notices() } },
  feed: { enabled: true, resolve: '../../packages/feed' },
  cases: { enabled: true, resolve: '../../packages/cases' },
  queries: { enabled: true, resolve: '../../packages/queries' },
  access: { enabled: true, resolve: '../../packages/access', config: access() },
  email: { config: configureMail() },
  upload: {
    config: {
      sizeLimit: 200 * 1024 * 1024,
      // Pictures for the web are made by the publisher; the media library needs the thumbnail only.
      breakpoints: {},
      security: { allowedTypes, deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/javascript'] },
    },
  },
});
