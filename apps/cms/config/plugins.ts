import { noticesOf, readEnvironment } from '../src/environment';
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

export default () => ({
  // First: what it guards comes before what the others do with a write.
  review: { enabled: true, resolve: '../../packages/review', config: { notices: noticesOf(readEnvironment()) } },
  feed: { enabled: true, resolve: '../../packages/feed' },
  cases: { enabled: true, resolve: '../../packages/cases' },
  access: { enabled: true, resolve: '../../packages/access', config: access() },
  upload: {
    config: {
      sizeLimit: 200 * 1024 * 1024,
      // Pictures for the web are made by the publisher; the media library needs the thumbnail only.
      breakpoints: {},
      security: { allowedTypes, deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/javascript'] },
    },
  },
});
