import { BulletList, GridNine, Pencil } from '@strapi/icons';
import type { ComponentType } from 'react';

/** Strapi's types know nothing of the props its content manager hands to an input. */
type Loaded = Promise<{ default?: ComponentType }>;

/** 正文: text in the one vocabulary rich text is stored in. */
export const richTextField = {
  name: 'rich-text',
  type: 'text' as const,
  icon: Pencil,
  intlLabel: { id: 'mingchuang.rich-text.label', defaultMessage: '正文' },
  intlDescription: { id: 'mingchuang.rich-text.description', defaultMessage: '带标题、列表、表格的文字' },
  components: { Input: () => import('./rich-text/rich-text-input.tsx') as unknown as Loaded },
};

/** 多选: several of a few named options. */
export const choicesField = {
  name: 'choices',
  type: 'json' as const,
  icon: BulletList,
  intlLabel: { id: 'mingchuang.choices.label', defaultMessage: '多选' },
  intlDescription: { id: 'mingchuang.choices.description', defaultMessage: '从几项里选若干项' },
  components: { Input: () => import('./choices-input.tsx') as unknown as Loaded },
};

/** 法定统计表: the three tables of the annual report on disclosure. */
export const annualTablesField = {
  name: 'annual-tables',
  type: 'json' as const,
  icon: GridNine,
  intlLabel: { id: 'mingchuang.annual-tables.label', defaultMessage: '法定统计表' },
  intlDescription: { id: 'mingchuang.annual-tables.description', defaultMessage: '政府信息公开年报的三张表，自动核对合计' },
  components: { Input: () => import('./annual-tables/annual-tables-input.tsx') as unknown as Loaded },
};
