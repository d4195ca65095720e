import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { Counts } from './desk-lists.ts';
import { pathOf } from './describe-row.ts';
import { useDeskPage } from './use-desk.ts';

const JOBS = [
  { list: 'forced', action: '追认' },
  { list: 'waiting', action: '审下一件' },
  { list: 'returned', action: '改退回的稿子' },
] as const;

/** Most of a title on the button, characters. */
const SHOWN = 18;

/** The way to what should be done first; nothing when nothing waits. */
export function NextJob({ counts, signs }: { counts: Counts; signs: boolean }) {
  const job = JOBS.find(({ list }) => (counts[list] ?? 0) > 0 && (signs || list !== 'forced'));
  const [row] = useDeskPage(job?.list, 1)?.rows ?? [];
  if (!job || !row) return null;
  const title = row.title.length > SHOWN ? `${row.title.slice(0, SHOWN)}…` : row.title;
  return (
    <LinkButton tag={Link} to={pathOf(row)} size="L">
      {`${job.action}：${title || '（没有标题）'}`}
    </LinkButton>
  );
}
