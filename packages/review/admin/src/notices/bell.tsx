import { Bell } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';

import { useUnread } from './unread-count.ts';

const Place = styled.span`
  position: relative;
  display: inline-flex;
`;

const Count = styled.span`
  position: absolute;
  top: -0.9rem;
  left: 0.9rem;
  min-width: 1.8rem;
  padding: 0 0.4rem;
  border-radius: 0.9rem;
  background: ${({ theme }) => theme.colors.danger600};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  font-weight: 600;
  line-height: 1.8rem;
  text-align: center;
`;

/** The bell of the menu, with the number of notices one has not read. */
export function NoticeBell(props: Record<string, unknown>) {
  const unread = useUnread();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The menu names its links by their label alone.
    place.current?.closest('a')?.setAttribute('aria-label', unread > 0 ? `通知，${unread} 条未读` : '通知');
  }, [unread]);
  return (
    <Place ref={place}>
      <Bell {...props} />
      {unread > 0 && <Count>{unread > 99 ? '99+' : unread}</Count>}
    </Place>
  );
}
