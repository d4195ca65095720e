import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { presetStrapi, readEnvironment } from '../src/environment';

export default () => {
  presetStrapi();
  const { HOST, PORT, DATA_DIR, APP_KEYS, TRUST_PROXY } = readEnvironment();
  // Strapi's local upload provider refuses to start without the folder.
  mkdirSync(join(DATA_DIR, 'uploads'), { recursive: true });

  return {
    host: HOST,
    port: PORT,
    app: { keys: APP_KEYS.split(',') },
    // Strapi keeps uploads in <public>/uploads. Nothing else of this folder may be served: src/index.ts replaces the
    // static middleware, src/middlewares/uploads.ts guards the files.
    dirs: { public: DATA_DIR },
    logger: { updates: { enabled: false }, startup: { enabled: true } },
    webhooks: { populateRelations: false },
    proxy: { koa: TRUST_PROXY },
  };
};
