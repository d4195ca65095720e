import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { listUnsavedNew } from '../writing/local-copy.ts';
import { WRITABLE_TYPES } from './types.ts';
import type { Draft } from './use-my-drafts.ts';

const time = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
const nameOf = (uid: string) => WRITABLE_TYPES.find((type) => type.uid === uid)?.name ?? '';

interface Work {
  id: string;
  to: string;
  title: string;
  note: string;
  isUrgent?: boolean;
}

const Line = ({ to, title, note, isUrgent }: Work) => (
  <Flex tag="li" justifyContent="space-between" gap={4}>
    <Box flex="1" minWidth={0}>
      <Typography ellipsis tag={Link} textColor="primary600" to={to}>
        {title}
      </Typography>
    </Box>
    <Typography textColor={isUrgent ? 'warning700' : 'neutral600'} variant="pi">
      {note}
    </Typography>
  </Flex>
);

const listUnsaved = (userId: number | string | undefined): Work[] =>
  (userId === undefined ? [] : listUnsavedNew(userId)).map(({ uid, locale, title, savedAt }) => ({
    id: `${uid}${locale}`,
    to: `/content-manager/collection-types/${uid}/create?plugins[i18n][locale]=${locale}`,
    title: title || '（没有标题）',
    note: `${nameOf(uid)} · 只存在这台电脑上 · ${time.format(new Date(savedAt))}`,
    isUrgent: true,
  }));

const List = ({ works }: { works: Work[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
    {works.map((work) => (
      <Line key={work.id} {...work} />
    ))}
  </Flex>
);

/** What somebody began on this computer and never saved. */
export function UnsavedWork({ userId }: { userId: number | string | undefined }) {
  const works = listUnsaved(userId);
  return works.length === 0 ? null : (
    <Box paddingBottom={4}>
      <List works={works} />
    </Box>
  );
}

/** What somebody left off: begun on this computer and never saved, not yet published, changed last. */
export function MyWork({ userId, drafts }: { userId: number | string | undefined; drafts: Draft[] | undefined }) {
  const stored = (drafts ?? []).map(({ uid, documentId, locale, title, status, updatedAt }): Work => ({
    id: `${documentId}${locale}`,
    to: `/content-manager/collection-types/${uid}/${documentId}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`,
    title: title || '（没有标题）',
    note: `${nameOf(uid)} · ${status} · ${time.format(new Date(updatedAt))}`,
  }));
  const works = [...listUnsaved(userId), ...stored];
  if (works.length === 0 && !drafts) return <Typography textColor="neutral600">正在查找…</Typography>;
  if (works.length === 0) return <Typography textColor="neutral600">还没有。您写的、改的内容会列在这里，没有发布的在前，方便接着写。</Typography>;
  return <List works={works} />;
}
