// Gives each test file of the project `postgres` a database of its own, under the name an installation would use.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { afterAll, inject } from 'vitest';

const { url, bin, folder } = inject('postgres');
const name = `test_${randomBytes(6).toString('hex')}`;
const administer = (program, ...args) => execFileSync(path.join(bin, program), [`--maintenance-db=${url}`, ...args, name]);

administer('createdb', '--template=first_start');
process.env.DATABASE_URL = Object.assign(new URL(url), { pathname: `/${name}` }).href;
process.env.FIRST_START_FOLDER = folder;
afterAll(() => administer('dropdb', '--force'));
