import { Box, Button, EmptyStateLayout, Flex, Link, Loader } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';

import type { VersionShown } from '../../../server/src/versions/controller.ts';
import { editPathOf } from '../identity.ts';
import { addressOf, type Identity, sayFailure } from '../reach.ts';
import { DifferenceCard } from './difference-card.tsx';
import { VersionList } from './version-list.tsx';

interface Listed {
  versions: VersionShown[];
  hasMore: boolean;
  mayRestore: boolean;
  hasLive: boolean;
}

const Panes = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 30rem) minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 63.9em) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

/** 历史版本 of one document: the list, the difference of two, and restoring. */
export function VersionsPage({ identity }: { identity: Identity }) {
  const { listed, problem, more, again } = useVersions(identity);
  const [params, setParams] = useSearchParams();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const chosen = choose(params, listed);
  const compare = (before: string, after: string) => setParams({ locale: identity.locale, before, after });

  const restore = async (number: number) => {
    try {
      const { data } = await post<{ data: { missing: string[] } }>(addressOf(identity, `versions/${number}/restore`), {}, { params: { locale: identity.locale } });
      const { missing } = data.data;
      toggleNotification({ type: missing.length > 0 ? 'warning' : 'success', message: [`草稿已恢复成第 ${number} 版。`, ...missing.map((one) => `${one}。`)].join('\n') });
      again();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayFailure(error) });
    }
  };

  return (
    <Page.Main>
      <Page.Title>历史版本</Page.Title>
      <Layouts.Header
        title="历史版本"
        subtitle="每次保存、送审和发布都留一版。可以任选两版对照，也可以恢复成草稿。"
        navigationAction={
          <Link tag={NavLink} startIcon={<ArrowLeft />} to={editPathOf(identity)}>
            返回编辑
          </Link>
        }
      />
      <Layouts.Content>
        {problem && <EmptyStateLayout content={problem} />}
        {!problem && !listed && <Loader>正在读取…</Loader>}
        {listed && listed.versions.length === 0 && <EmptyStateLayout content="还没有历史版本。第一次修改时，会先把现在的内容留下来。" />}
        {listed && listed.versions.length > 0 && (
          <Panes>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <VersionList versions={listed.versions} chosen={chosen} mayRestore={listed.mayRestore} onCompare={compare} onRestore={(number) => void restore(number)} />
              {listed.hasMore && (
                <Button variant="tertiary" onClick={more}>
                  更早的版本
                </Button>
              )}
            </Flex>
            <Box minWidth={0}>
              <DifferenceCard key={listed.versions[0]!.number} identity={identity} versions={listed.versions} hasLive={listed.hasLive} chosen={chosen} onCompare={compare} />
            </Box>
          </Panes>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What was chosen, or what people mostly want: what a publication would change, else the last change. */
function choose(params: URLSearchParams, listed: Listed | undefined): readonly [string, string] {
  const [newest, previous] = listed?.versions ?? [];
  const before = listed?.hasLive && !newest?.isLive ? 'live' : String((previous ?? newest)?.number ?? 'draft');
  return [params.get('before') ?? before, params.get('after') ?? 'draft'];
}

function useVersions(identity: Identity) {
  const { get } = useFetchClient();
  const [listed, setListed] = useState<Listed>();
  const [problem, setProblem] = useState<string>();
  const [turn, setTurn] = useState(0);
  const { locale } = identity;
  const address = addressOf(identity, 'versions');

  useEffect(() => {
    get<{ data: Listed }>(address, { params: { locale } })
      .then(({ data }) => setListed(data.data))
      .catch((error: unknown) => setProblem(sayFailure(error)));
  }, [get, address, locale, turn]);

  const more = () => {
    const below = listed?.versions.at(-1)?.number;
    get<{ data: Listed }>(address, { params: { locale, below } })
      .then(({ data }) => setListed((last) => last && { ...last, versions: [...last.versions, ...data.data.versions], hasMore: data.data.hasMore }))
      .catch((error: unknown) => setProblem(sayFailure(error)));
  };
  return { listed, problem, more, again: () => setTurn((last) => last + 1) };
}
