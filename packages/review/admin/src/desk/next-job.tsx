import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { DeskRow } from '../../../server/src/desk/routes.ts';
import type { Counts } from './desk-lists.ts';
import { pathOf } from './describe-row.ts';
import { useDeskPage } from './use-desk.ts';

const JOBS = [
  { list: 'waiting', action: '审下一件' },
  { list: 'returned', action: '改退回的稿子' },
] as const;

/** Most of a title on the button, characters. */
const SHOWN = 18;

/** On a phone the title takes a second line. */
const Job = styled(LinkButton)`
  height: auto;
  min-height: 4rem;
  padding-block: 0.8rem;
  text-align: start;
`;

/** The way to what should be done first; nothing when nothing waits. Nobody stands by what they published themselves. */
export function NextJob({ counts, signs }: { counts: Counts; signs: boolean }) {
  const mayConfirm = signs && (counts.forced ?? 0) > 0;
  const forced = useDeskPage(mayConfirm ? 'forced' : undefined, 1)?.rows;
  const job = JOBS.find(({ list }) => (counts[list] ?? 0) > 0);
  const [first] = useDeskPage(job?.list, 1)?.rows ?? [];
  if (mayConfirm && !forced) return null;
  const toConfirm = forced?.find((row) => !row.forced?.isOwn);
  if (toConfirm) return <JobLink action="追认" row={toConfirm} />;
  return job && first ? <JobLink action={job.action} row={first} /> : null;
}

function JobLink({ action, row }: { action: string; row: DeskRow }) {
  const title = row.title.length > SHOWN ? `${row.title.slice(0, SHOWN)}…` : row.title;
  return (
    <Job tag={Link} to={pathOf(row)} size="L">
      {`${action}：${title || '（没有标题）'}`}
    </Job>
  );
}
