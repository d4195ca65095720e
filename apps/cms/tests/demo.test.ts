import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bootCms } from './boot';
import { describeDemoCity } from './demo/describe-demo-city';

// Made once for all tests; on a database of its own it is loaded in the long run.
describeDemoCity('as npm start leaves it, cut off once while it loaded', async () => {
  const cms = await bootCms({}, 'demo');
  const passwords = JSON.parse(readFileSync(join(process.env.DATA_DIR!, 'secrets/demo-accounts.json'), 'utf8')) as Record<string, string>;
  return { cms, password: passwords['author@wangchuan.example']!, hasReview: true };
});
