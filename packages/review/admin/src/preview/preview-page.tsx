import { Box, Button, EmptyStateLayout, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState, type ReactNode } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';

import { editPathOf } from '../identity.ts';
import { addressOf, type Identity, sayFailure, useLoaded } from '../reach.ts';
import { AdviceItem } from './advice-item.tsx';
import { Frames } from './frames.tsx';
import { LinkList } from './link-list.tsx';
import { MakeLink } from './make-link.tsx';
import type { Shared } from './shared.ts';
import { VIEWS } from './views.ts';

const CHOICES = [{ name: 'all', label: '三种一起看' }, ...VIEWS];

/** 预览 of one document: as it will be on desktop, phone and in elderly mode, and the links for people outside. */
export function PreviewPage({ identity }: { identity: Identity }) {
  const [params, setParams] = useSearchParams();
  const view = CHOICES.some(({ name }) => name === params.get('view')) ? params.get('view')! : 'all';
  const { url, problem, again } = useFrameLink(identity);
  return (
    <Page.Main>
      <Page.Title>预览</Page.Title>
      <Layouts.Header
        title="预览"
        subtitle="这就是发布以后访客看到的样子。它还没有上线，里面的表单不会提交。"
        navigationAction={
          <Link tag={NavLink} startIcon={<ArrowLeft />} to={editPathOf(identity)}>
            返回编辑
          </Link>
        }
        primaryAction={
          <Button variant="tertiary" onClick={again}>
            刷新预览
          </Button>
        }
      />
      <Layouts.Content>
        <Flex gap={2} paddingBottom={6} wrap="wrap" role="group" aria-label="怎么看">
          {CHOICES.map(({ name, label }) => (
            <Button key={name} variant={name === view ? 'default' : 'tertiary'} aria-pressed={name === view} onClick={() => setParams({ locale: identity.locale, view: name })}>
              {label}
            </Button>
          ))}
        </Flex>
        {problem && <EmptyStateLayout content={problem} />}
        {!problem && !url && <Loader>正在准备预览…</Loader>}
        {url && <Frames key={url} url={url} view={view} />}
        <Sharing identity={identity} />
      </Layouts.Content>
    </Page.Main>
  );
}

/** A link of one's own for the frames: good for two hours, listed nowhere. */
function useFrameLink(identity: Identity) {
  const { post } = useFetchClient();
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [turn, setTurn] = useState(0);
  const address = addressOf(identity, 'previews');
  const { locale } = identity;
  useEffect(() => {
    let isOver = false;
    post<{ data: { url: string } }>(address, { kind: 'frame' }, { params: { locale } })
      .then(({ data }) => !isOver && setUrl(data.data.url))
      .catch((error: unknown) => !isOver && setProblem(sayFailure(error)));
    return () => {
      isOver = true;
    };
  }, [post, address, locale, turn]);
  return { url, problem, again: () => setTurn((last) => last + 1) };
}

function Sharing({ identity }: { identity: Identity }) {
  const [loaded, again] = useLoaded<Shared>(identity, 'previews');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  if (loaded.state !== 'here') return null;
  const { links, advice, mayShare } = loaded.value;
  const revoke = async (id: number) => {
    try {
      await post(addressOf(identity, `previews/${id}/revoke`), {}, { params: { locale: identity.locale } });
      toggleNotification({ type: 'success', message: '链接已停用，拿着它的人再也打不开了。' });
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayFailure(error) });
    }
    again();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingTop={8} maxWidth="90rem">
      {mayShare && (
        <Card title="发给没有账号的人看">
          <MakeLink identity={identity} onMade={again} />
        </Card>
      )}
      <Card title="发出的链接">
        <LinkList links={links} mayShare={mayShare} onRevoke={(id) => void revoke(id)} />
      </Card>
      {advice.length > 0 && (
        <Card title="外部会审意见">
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
            {advice.map((one) => (
              <AdviceItem key={one.linkId} advice={one} />
            ))}
          </Flex>
        </Card>
      )}
    </Flex>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" aria-label={title}>
      <Typography variant="delta" tag="h2" paddingBottom={4}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
