import type { Core } from '@strapi/strapi';

import { releaseBootLock, takeBootLock } from './database/boot-lock';
import { waitUntilQuiet } from './database/wait-until-quiet';
import { keepPreviews } from './datasets/keep-previews';
import { loadDemoAtStart } from './demo/at-start';
import { writeEditorConfiguration } from './editor/write-configuration';
import { readEnvironment, storageOf } from './environment';
import { closeMail, settleMail } from './mail-server';
import { provision } from './provisioning/provision';
import { tellOfAlarms } from './publishing/tell-of-alarms';
import { RICH_TEXT } from './rich-text/attributes';
import { guardRichText } from './rich-text/guard';
import { guardRules } from './search-rules/guard-rules';
import { guardUploads, keepPicturesAsChecked } from './uploads/guard-uploads';
import { explainMissingVersion } from './writing/explain-missing-version';
import { guardVersions } from './writing/guard-versions';
import { makePresenceTable } from './writing/presence';
import { addWritingRoutes } from './writing/routes';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await takeBootLock(strapi, readEnvironment().DATABASE_URL);
    strapi.customFields.register([
      { name: RICH_TEXT.split('::')[1]!, type: 'text', inputSize: { default: 12, isResizable: false } },
      { name: 'choices', type: 'json', inputSize: { default: 12, isResizable: false } },
      { name: 'annual-tables', type: 'json', inputSize: { default: 12, isResizable: false } },
      { name: 'change-notes', type: 'json', inputSize: { default: 12, isResizable: false } },
      { name: 'rows', type: 'json', inputSize: { default: 12, isResizable: false } },
    ]);
    // Strapi's own would serve every file of DATA_DIR, the database too, and cannot be left out.
    strapi.get('middlewares').extend('strapi::public', () => () => openAdminAtRoot);
    // Of several addresses a proxy passes on, the last is the one it saw itself.
    strapi.server.app.maxIpsCount = 1;
    guardRichText(strapi);
    keepPreviews(strapi);
    guardRules(strapi);
    guardUploads(strapi);
    guardVersions(strapi);
    explainMissingVersion(strapi);
    addWritingRoutes(strapi);
    strapi.hook('strapi::content-types.afterSync').register(() => makePresenceTable(strapi));
    const storage = storageOf(readEnvironment());
    // Its library is loaded only where it is used.
    if (storage) (await import('./uploads/object-storage')).useObjectStorage(strapi, storage);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    settleMail(strapi);
    await writeEditorConfiguration(strapi);
    await keepPicturesAsChecked(strapi);
    const storage = storageOf(readEnvironment());
    if (storage) await (await import('./uploads/object-storage')).checkObjectStorage(storage);
    await strapi.plugin('access').service('roles')!.ensure();
    const environment = readEnvironment();
    await provision(strapi, environment);
    await loadDemoAtStart(strapi, environment);
    tellOfAlarms(strapi);
    await releaseBootLock(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    closeMail(strapi);
    await releaseBootLock(strapi);
    await waitUntilQuiet(strapi);
  },
};

/** Sends whoever opens the server's address to the admin. */
function openAdminAtRoot(ctx: { path: string; redirect(to: string): void }, next: () => Promise<unknown>) {
  if (ctx.path !== '/') return next();
  return ctx.redirect('/admin');
}
