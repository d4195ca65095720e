import { setRereading } from '@mingchuang/review/open-form';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

import favicon from './brand/favicon.png';
import mark from './brand/mark.svg';
import { annualTablesField, choicesField, richTextField } from './fields/custom-fields.ts';
import { EnumerationInput } from './fields/enumeration-input.tsx';
import { readComponents } from './fields/components.ts';
import { sayRow } from './fields/say-row.ts';
import { hideStrapi } from './hide-strapi.ts';
import { groupTypes } from './lists/group-types.ts';
import { nameOptions } from './lists/name-options.tsx';
import { translations } from './translations/index.ts';
import { rememberStore, rereadDocument } from './writing/document-cache.ts';
import { guardActions } from './writing/guarded-actions.ts';
import { WritingPanel } from './writing/writing-panel.tsx';

const LANGUAGE_KEY = 'strapi-admin-language';
// Strapi asks neither the browser nor the server: without this it begins in English.
if (!window.localStorage.getItem(LANGUAGE_KEY)) window.localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');

const components = readComponents();

const blue = {
  primary100: '#e8f1f9',
  primary200: '#c5dbee',
  primary500: '#2b6ca8',
  primary600: '#0f4b82',
  primary700: '#0b3a66',
  buttonPrimary500: '#2b6ca8',
  buttonPrimary600: '#0f4b82',
};

interface ContentManagerApis {
  addEditViewSidePanel(panels: unknown[]): void;
  addDocumentAction(change: typeof guardActions): void;
}

export default {
  config: {
    locales: ['zh-Hans'],
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon },
    theme: { light: { colors: blue }, dark: { colors: {} } },
    tutorials: false,
    notifications: { releases: false },
    translations: { 'zh-Hans': translations, en: {} },
  },
  register(app: StrapiApp) {
    app.customFields.register([richTextField, choicesField, annualTablesField]);
    app.addFields({ type: 'enumeration', Component: EnumerationInput as ComponentType });
    hideStrapi(app);
    rememberStore(app);
    setRereading(rereadDocument);
    window.groupTypes = groupTypes;
    window.sayRow = (uid, row) => sayRow(components[uid], row);
  },
  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManagerApis;
    contentManager.addEditViewSidePanel([WritingPanel]);
    contentManager.addDocumentAction(guardActions);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', nameOptions);
  },
};
