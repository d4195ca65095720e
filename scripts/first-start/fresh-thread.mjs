// Test files that boot the CMS share a thread, where Strapi's modules are loaded once. Each file finds the thread as the first one did.
import Module from 'node:module';

import { afterAll } from 'vitest';

/** Our modules, and those of Strapi's whose services ours wrap: what they keep belongs to one installation. */
const OF_ONE_START = /[\\/](apps|packages)[\\/]\w+[\\/]dist[\\/]|@strapi[\\/](admin|content-manager|content-releases|content-type-builder|email|i18n|review-workflows|upload)[\\/]dist[\\/]/;

const environment = (globalThis.environmentOfThread ??= { ...process.env });
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
Object.assign(process.env, environment);

const forgotten = new Set();
for (const [file, module] of Object.entries(Module._cache))
  if (OF_ONE_START.test(file)) {
    delete Module._cache[file];
    forgotten.add(module);
  }
for (const module of Object.values(Module._cache)) if (module.children) module.children = module.children.filter((child) => !forgotten.has(child));

// Strapi takes away everybody's listeners when it ends.
const listeners = process.eventNames().map((name) => [name, process.rawListeners(name)]);
afterAll(() => {
  process.removeAllListeners();
  for (const [name, all] of listeners) for (const listener of all) process.on(name, listener);
});
