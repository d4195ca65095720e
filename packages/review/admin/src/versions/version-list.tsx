import { Badge, Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { VersionShown } from '../../../server/src/versions/controller.ts';
import { sayTime } from '../panel/say-time.ts';

const Item = styled.li<{ $isChosen: boolean }>`
  padding: 1.2rem 1.6rem;
  border-block-start: 0.1rem solid ${({ theme }) => theme.colors.neutral150};
  border-inline-start: 0.4rem solid ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary600 : 'transparent')};
`;

interface VersionListProps {
  versions: readonly VersionShown[];
  chosen: readonly [string, string];
  mayRestore: boolean;
  onCompare: (before: string, after: string) => void;
  onRestore: (number: number) => void;
}

/** Every version: when, by whom, why, and whether it is what visitors see or what is being written. */
export function VersionList({ versions, chosen, mayRestore, onCompare, onRestore }: VersionListProps) {
  return (
    <Box tag="ul" background="neutral0" hasRadius shadow="tableShadow" aria-label="所有版本">
      {versions.map((version, at) => (
        <Item key={version.number} $isChosen={chosen.includes(String(version.number))}>
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography fontWeight="semiBold">{`第 ${version.number} 版 · ${version.cause}`}</Typography>
            <Flex gap={1}>
              {version.isLive && <Badge backgroundColor="success100" textColor="success700">线上</Badge>}
              {version.isDraft && <Badge backgroundColor="primary100" textColor="primary700">草稿</Badge>}
            </Flex>
          </Flex>
          <Typography tag="p" variant="pi" textColor="neutral600">{`${sayTime(version.at, new Date())} · ${version.by}`}</Typography>
          {version.note && (
            <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
              {version.note}
            </Typography>
          )}
          <Flex gap={2} paddingTop={2} wrap="wrap">
            {versions[at + 1] && (
              <Button size="S" variant="tertiary" onClick={() => onCompare(String(versions[at + 1]!.number), String(version.number))}>
                和上一版对照
              </Button>
            )}
            {!version.isDraft && (
              <Button size="S" variant="tertiary" onClick={() => onCompare(String(version.number), 'draft')}>
                和草稿对照
              </Button>
            )}
            {mayRestore && !version.isDraft && <Restore version={version} onRestore={onRestore} />}
          </Flex>
        </Item>
      ))}
    </Box>
  );
}

function Restore({ version, onRestore }: { version: VersionShown; onRestore: (number: number) => void }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button size="S" variant="secondary">
          恢复成这一版
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{`把草稿恢复成第 ${version.number} 版？`}</Dialog.Header>
        <Dialog.Body>草稿会换成那一版的内容，现在的草稿留在历史版本里，随时可以再恢复。线上的页面不变，要按流程审核、发布以后才会更新。</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              先不恢复
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth onClick={() => onRestore(version.number)}>
              恢复
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
