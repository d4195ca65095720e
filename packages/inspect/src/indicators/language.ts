import type { Indicator } from '../finding.ts';

/** A screen reader chooses its voice by the language of the page. */
export const language: Indicator = {
  id: 'language',
  title: '页面语言',
  source: 'GB/T 37668-2019 信息无障碍；WCAG 2.2 3.1.1',
  level: 'error',
  inspect: ({ lang }) => (lang && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang) ? [] : ['没有在 <html> 上写明语言（lang）']),
};
