import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { NavLink, Route, Routes } from 'react-router-dom';
import { styled } from 'styled-components';

import { AbsencePage } from './absence/absence-page.tsx';
import { ChoicesPage } from './choices/choices-page.tsx';
import { ListPage } from './list-page.tsx';
import { SendingPage } from './sending/sending-page.tsx';

const MANAGE = [{ action: 'plugin::review.notices-manage', subject: null }];
const BASE = '/plugins/review/notices';

const Way = styled(NavLink)`
  padding: 0.8rem 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.4rem;
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &.active {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
`;

/** What one is told, how it comes, who acts for one while one is away. */
export function NoticePages() {
  const mayManage = useAuth('NoticePages', ({ permissions }) => permissions).some(({ action }) => action === MANAGE[0]!.action);
  const ways = [
    { to: BASE, label: '我的通知' },
    { to: `${BASE}/settings`, label: '收信设置' },
    { to: `${BASE}/absence`, label: '请假与代理' },
    ...(mayManage ? [{ to: `${BASE}/sending`, label: '邮件与群机器人' }] : []),
  ];
  return (
    <Page.Main>
      <Page.Title>通知</Page.Title>
      <Layouts.Header title="通知" subtitle="要您处理的事和您的文章的进展" />
      <Layouts.Content>
        <Box paddingBottom={4}>
          <Flex tag="nav" aria-label="通知" gap={2} wrap="wrap">
            {ways.map(({ to, label }) => (
              <Way key={to} to={to} end>
                {label}
              </Way>
            ))}
          </Flex>
        </Box>
        <Routes>
          <Route index element={<ListPage />} />
          <Route path="settings" element={<ChoicesPage />} />
          <Route path="absence" element={<AbsencePage />} />
          <Route
            path="sending"
            element={
              <Page.Protect permissions={MANAGE}>
                <SendingPage />
              </Page.Protect>
            }
          />
          <Route path="*" element={<Typography>没有这个页面。</Typography>} />
        </Routes>
      </Layouts.Content>
    </Page.Main>
  );
}
