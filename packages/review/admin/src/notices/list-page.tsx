import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';

import type { NoticePage } from '../../../server/src/notices/inbox.ts';
import { Loading } from './loading.tsx';
import { NoticeRow } from './notice-row.tsx';
import { setUnread } from './unread-count.ts';
import { useLoad } from './use-load.ts';
import { useSave } from './use-save.ts';

/** One's own notices, newest first. */
export function ListPage() {
  const [params, setParams] = useSearchParams();
  const unreadOnly = params.get('show') !== 'all';
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { loaded, again } = useLoad<NoticePage>(`/review/notices?page=${page}&unread=${unreadOnly}`);
  const { save, isBusy } = useSave();
  const unread = loaded.state === 'here' ? loaded.value.unread : undefined;
  useEffect(() => {
    if (unread !== undefined) setUnread(unread);
  }, [unread]);

  const mark = async (isRead: boolean, ids?: number[]) => {
    const saved = await save<{ unread: number }>('post', '/review/notices/read', { isRead, ...(ids && { ids }) }, '');
    if (!saved) return;
    setUnread(saved.value.unread);
    again();
  };
  const show = (which: string) => setParams(which === 'all' ? { show: 'all' } : {});

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={2} role="group" aria-label="显示哪些">
          <Button variant={unreadOnly ? 'default' : 'tertiary'} aria-pressed={unreadOnly} onClick={() => show('unread')}>
            {unread === undefined ? '未读' : `未读 ${unread}`}
          </Button>
          <Button variant={unreadOnly ? 'tertiary' : 'default'} aria-pressed={!unreadOnly} onClick={() => show('all')}>
            全部
          </Button>
        </Flex>
        <Button variant="tertiary" disabled={!unread || isBusy} onClick={() => void mark(true)}>
          全部标为已读
        </Button>
      </Flex>
      <Loading loaded={loaded} again={again}>
        {({ notices, total, pageSize }) => (
          <>
            {notices.length === 0 && <EmptyStateLayout content={unreadOnly ? '没有未读的通知。' : '还没有通知。'} hasRadius shadow="tableShadow" />}
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} onMark={(isRead) => void mark(isRead, [notice.id])} />
              ))}
            </Flex>
            <Paging page={page} pages={Math.ceil(total / pageSize)} onPage={(next) => setParams({ ...(unreadOnly ? {} : { show: 'all' }), page: String(next) })} />
          </>
        )}
      </Loading>
    </Flex>
  );
}

function Paging({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) {
  if (pages <= 1) return null;
  return (
    <Flex gap={3} justifyContent="center">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        上一页
      </Button>
      <Typography textColor="neutral600">{`第 ${page} 页，共 ${pages} 页`}</Typography>
      <Button variant="tertiary" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        下一页
      </Button>
    </Flex>
  );
}
