import { readEnvironment } from '../src/environment';
import { FORGOTTEN_PASSWORD } from '../src/sign-in-letters';

const HOUR = 60 * 60;

export default () => {
  const { ADMIN_JWT_SECRET, API_TOKEN_SALT, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY } = readEnvironment();
  return {
    auth: {
      secret: ADMIN_JWT_SECRET,
      sessions: {
        accessTokenLifespan: HOUR / 2,
        idleSessionLifespan: 2 * HOUR,
        maxSessionLifespan: 12 * HOUR,
        idleRefreshTokenLifespan: 3 * 24 * HOUR,
        maxRefreshTokenLifespan: 14 * 24 * HOUR,
      },
      cookie: { sameSite: 'strict' as const },
    },
    // Strapi's own limit is kept by each process alone and counts who comes in, too: packages/access has a better one.
    rateLimit: { enabled: false },
    forgotPassword: { expiresIn: '1h', emailTemplate: FORGOTTEN_PASSWORD },
    apiToken: { salt: API_TOKEN_SALT },
    transfer: { token: { salt: TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: ENCRYPTION_KEY },
    flags: { nps: false, promoteEE: false, docLinks: false },
    ai: { enabled: false },
    // Strapi's own panel would ask the editor to set it up.
    preview: { enabled: false },
  };
};
