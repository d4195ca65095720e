import { Box, Flex, Grid, LinkButton, Main, Typography } from '@strapi/design-system';
import { Desk, maySign, NextJob, summarise, useCounts, useHasReview } from '@mingchuang/review/desk';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { MyWork, UnsavedWork } from './my-work.tsx';
import { Panel } from './panel.tsx';
import { GROUPS, OWN_TYPES, WRITABLE_TYPES } from './types.ts';
import { useMyDrafts } from './use-my-drafts.ts';
import { SET_UP, useSetUp } from './use-set-up.ts';
import { WriteGroup } from './write-group.tsx';

const EXPLORER = 'plugin::content-manager.explorer';
const WELCOME = '欢迎使用明窗。写好的内容发布以后，几秒钟就能在门户上看到。';

/** The first page after signing in: what there is to do, what one can write, and where one left off. */
export function HomePage() {
  const user = useAuth('HomePage', ({ user: current }) => current);
  const permissions = useAuth('HomePage', ({ permissions: held }) => held);
  const may = (verb: string, uid: string) =>
    permissions.some(({ action, subject }) => action === `${EXPLORER}.${verb}` && subject === uid);
  const managed = OWN_TYPES.filter(({ uid }) => may('update', uid));
  const groups = GROUPS.map(({ title, types }) => ({ title, types: types.filter(({ uid }) => may('read', uid)) })).filter(({ types }) => types.length > 0);
  const readable = WRITABLE_TYPES.filter(({ uid }) => may('read', uid));
  const signs = maySign((user?.roles ?? []).map(({ code }) => code));
  const steps = useSetUp(SET_UP.every(({ uid }) => may('create', uid)));
  const hasReview = useHasReview();
  // Whoever only reads has nothing on a desk.
  const writes = readable.some(({ uid }) => may('create', uid));
  const counts = useCounts(hasReview === true && writes);
  const isAwaited = writes && hasReview !== false && !counts;
  const drafts = useMyDrafts(hasReview === false ? readable.map(({ uid }) => uid) : [], user?.id);

  return (
    <Layouts.Root>
      <Main>
        <Page.Title>我的工作台</Page.Title>
        <Layouts.Header
          title={`${user?.firstname ?? '您'}，您好`}
          subtitle={counts ? summarise(counts, signs) : isAwaited ? '正在看有什么要办…' : writes ? WELCOME : '欢迎使用明窗。'}
          primaryAction={counts && <NextJob counts={counts} signs={signs} />}
        />
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
            <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
              {/* Room for the desk, so that nothing jumps when it comes. */}
              {isAwaited && <Box background="neutral0" hasRadius shadow="tableShadow" minHeight="24rem" aria-busy />}
              {counts && (
                <Desk counts={counts} signs={signs}>
                  <UnsavedWork userId={user?.id} />
                </Desk>
              )}
              {hasReview === false && (
                <Panel title="接着写">
                  <MyWork userId={user?.id} drafts={drafts} />
                </Panel>
              )}
            </Grid.Item>
            {groups.length > 0 && steps.length === 0 && (
              <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
                <Panel title={writes ? '开始写' : '内容'}>
                  <Grid.Root gap={4}>
                    {groups.map(({ title, types }) => (
                      <Grid.Item key={title} col={4} m={6} xs={12} direction="column" alignItems="stretch">
                        <WriteGroup title={title} types={types} mayCreate={(uid) => may('create', uid)} />
                      </Grid.Item>
                    ))}
                  </Grid.Root>
                </Panel>
              </Grid.Item>
            )}
            {managed.length > 0 && (
              <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
                <Panel title="网站">
                  <Flex tag="ul" gap={6} wrap="wrap">
                    {managed.map(({ uid, name }) => (
                      <li key={uid}>
                        <Typography tag={Link} textColor="primary600" to={`/content-manager/collection-types/${uid}`}>
                          {name}
                        </Typography>
                      </li>
                    ))}
                  </Flex>
                </Panel>
              </Grid.Item>
            )}
          </Grid.Root>
        </Layouts.Content>
      </Main>
    </Layouts.Root>
  );
}
