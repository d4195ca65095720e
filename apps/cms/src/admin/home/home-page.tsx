import { Box, Flex, Grid, LinkButton, Main, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { OWN_TYPES, WRITABLE_TYPES } from './types.ts';
import { useMyDrafts } from './use-my-drafts.ts';
import { SET_UP, useSetUp } from './use-set-up.ts';

const EXPLORER = 'plugin::content-manager.explorer';
const time = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

const Panel = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box background="neutral0" padding={6} hasRadius shadow="tableShadow" height="100%">
    <Typography variant="delta" tag="h2">
      {title}
    </Typography>
    <Box paddingTop={4}>{children}</Box>
  </Box>
);

/** The first page after signing in: what one can write, and where one left off. */
export function HomePage() {
  const user = useAuth('HomePage', ({ user: current }) => current);
  const permissions = useAuth('HomePage', ({ permissions: held }) => held);
  const may = (verb: string, uid: string) =>
    permissions.some(({ action, subject }) => action === `${EXPLORER}.${verb}` && subject === uid);
  const writable = WRITABLE_TYPES.filter(({ uid }) => may('create', uid));
  const managed = OWN_TYPES.filter(({ uid }) => may('update', uid));
  const readable = WRITABLE_TYPES.filter(({ uid }) => may('read', uid));
  const steps = useSetUp(SET_UP.every(({ uid }) => may('create', uid)));
  const drafts = useMyDrafts(readable.map(({ uid }) => uid), user?.id);

  return (
    <Layouts.Root>
      <Main>
        <Page.Title>工作台</Page.Title>
        <Layouts.Header title={`${user?.firstname ?? '您'}，您好`} subtitle="欢迎使用明窗。写好的内容发布以后，几秒钟就能在门户上看到。" />
        <Layouts.Content>
          <Grid.Root gap={5} paddingBottom={10}>
            {steps.length > 0 && (
              <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
                <Panel title="先把网站建起来">
                  <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
                    {steps.map(({ uid, action, hint, done }, index) => (
                      <Flex tag="li" key={uid} gap={4} wrap="wrap">
                        <LinkButton tag={Link} to={`/content-manager/collection-types/${uid}${done ? '' : '/create'}`} variant={done ? 'tertiary' : 'default'} size="L">
                          {`${index + 1}. ${action}${done ? '（已有）' : ''}`}
                        </LinkButton>
                        <Typography textColor="neutral600">{hint}</Typography>
                      </Flex>
                    ))}
                  </Flex>
                </Panel>
              </Grid.Item>
            )}
            {writable.length > 0 && steps.length === 0 && (
              <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
                <Panel title="开始写">
                  <Flex gap={3} wrap="wrap">
                    {writable.map(({ uid, action }) => (
                      <LinkButton
                        key={uid}
                        tag={Link}
                        to={`/content-manager/collection-types/${uid}/create`}
                        startIcon={<Plus />}
                        variant="secondary"
                        size="L"
                      >
                        {action}
                      </LinkButton>
                    ))}
                  </Flex>
                </Panel>
              </Grid.Item>
            )}
            <Grid.Item col={8} m={12} xs={12} direction="column" alignItems="stretch">
              <Panel title="我最近编辑的">
                {drafts.length === 0 ? (
                  <Typography textColor="neutral600">还没有。您写的、改的内容会列在这里，方便接着写。</Typography>
                ) : (
                  <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
                    {drafts.map(({ uid, documentId, locale, title, status, updatedAt }) => (
                      <Flex tag="li" key={`${documentId}${locale}`} justifyContent="space-between" gap={4}>
                        <Box flex="1" minWidth={0}>
                          <Typography
                            ellipsis
                            tag={Link}
                            textColor="primary600"
                            to={`/content-manager/collection-types/${uid}/${documentId}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`}
                          >
                            {title || '（没有标题）'}
                          </Typography>
                        </Box>
                        <Typography textColor="neutral600" variant="pi">
                          {WRITABLE_TYPES.find((type) => type.uid === uid)?.name} · {status} · {time.format(new Date(updatedAt))}
                        </Typography>
                      </Flex>
                    ))}
                  </Flex>
                )}
              </Panel>
            </Grid.Item>
            <Grid.Item col={4} m={12} xs={12} direction="column" alignItems="stretch">
              <Panel title="常用">
                <Flex tag="ul" direction="column" alignItems="flex-start" gap={3}>
                  {[...readable, ...managed].map(({ uid, name }) => (
                    <li key={uid}>
                      <Typography tag={Link} textColor="primary600" to={`/content-manager/collection-types/${uid}`}>
                        {name}
                      </Typography>
                    </li>
                  ))}
                </Flex>
              </Panel>
            </Grid.Item>
          </Grid.Root>
        </Layouts.Content>
      </Main>
    </Layouts.Root>
  );
}
