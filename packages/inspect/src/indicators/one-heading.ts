import type { Indicator } from '../finding.ts';

/** People who listen to a page jump to its one main heading first. */
export const oneHeading: Indicator = {
  id: 'one-heading',
  title: '一级标题',
  source: 'WCAG 2.2 1.3.1、2.4.6',
  level: 'error',
  inspect({ headings }) {
    if (headings.length !== 1) return [`应当正好有一个一级标题（h1），实际 ${headings.length} 个`];
    return headings[0] === '' ? ['一级标题（h1）是空的'] : [];
  },
};
