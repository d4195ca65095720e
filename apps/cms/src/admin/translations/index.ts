import admin from './admin.json';
import contentManager from './content-manager.json';
import general from './general.json';
import i18n from './i18n.json';
import upload from './upload.json';

/** What Strapi's own Chinese translation leaves out. Keys are those of its en.json, with the plugin's prefix. */
export const translations: Record<string, string> = { ...admin, ...contentManager, ...upload, ...i18n, ...general };
