const secret = 'a-secret-of-the-tests-only';

/** The secrets of every CMS in a test: one that starts on the kept installation must have the secrets it was made with. */
export const TEST_SECRETS = {
  APP_KEYS: secret,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  CASE_KEY: Buffer.alloc(32, 7).toString('base64'),
};
