import { Badge, Box, Button, Flex, Searchbar, SingleSelect, SingleSelectOption, Switch, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { Entry } from '../../../server/src/words/dictionary.ts';
import { LEVELS, WORD_KINDS, type WordKind } from '../../../server/src/words/word.ts';

interface WordTableProps {
  words: readonly Entry[];
  onEdit: (word: Entry) => void;
  onSwitch: (word: Entry) => Promise<void>;
  onRemove: (word: Entry) => Promise<void>;
}
const PAGE = 50;
const ORIGINS: Record<Entry['origin'], string> = { start: '自带', changed: '改过', own: '自己加的' };

/** On a phone a word, what it should be and its switch; the rest is in the form. */
const Columns = styled.div`
  @media (max-width: 48rem) {
    :is(th, td) {
      padding-inline: 0.6rem;
    }
    :is(th, td):nth-child(n + 3):nth-child(-n + 5) {
      display: none;
    }
  }
`;

/** The words, to be found by what they are and by what they should be. */
export function WordTable({ words, ...actions }: WordTableProps) {
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<WordKind | ''>('');
  const [shown, setShown] = useState(PAGE);
  const found = words.filter((word) => (kind === '' || word.kind === kind) && [word.wrong, ...word.right].some((text) => text.includes(search.trim())));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap">
        <Box minWidth="26rem" flex="0 1 28rem">
          <Searchbar name="search" value={search} placeholder="找一个词" onChange={(event: { target: { value: string } }) => setSearch(event.target.value)} onClear={() => setSearch('')} clearLabel="清空">
            找一个词
          </Searchbar>
        </Box>
        <Box minWidth="24rem">
          <SingleSelect aria-label="类别" value={kind} placeholder="所有类别" onClear={() => setKind('')} onChange={(value) => setKind(value as WordKind)}>
            {Object.entries(WORD_KINDS).map(([value, name]) => (
              <SingleSelectOption key={value} value={value}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        <Typography textColor="neutral600">{`${found.length} 个`}</Typography>
      </Flex>
      <Columns>
        <Table colCount={6} rowCount={Math.min(found.length, shown)}>
          <Thead>
            <Tr>
              {['词', '建议', '类别', '级别', '来源', '提醒'].map((name) => (
                <Th key={name}>
                  <Typography variant="sigma">{name}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {found.slice(0, shown).map((word) => (
              <Row key={word.wrong} word={word} {...actions} />
            ))}
          </Tbody>
        </Table>
      </Columns>
      {found.length > shown && (
        <Button variant="tertiary" onClick={() => setShown(shown + PAGE)}>
          {`再看 ${Math.min(PAGE, found.length - shown)} 个`}
        </Button>
      )}
    </Flex>
  );
}

function Row({ word, onEdit, onSwitch, onRemove }: { word: Entry } & Omit<WordTableProps, 'words'>) {
  const { wrong, right, kind, level, origin, isOn, note } = word;
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold" textColor={isOn ? 'neutral800' : 'neutral500'}>
          {wrong}
        </Typography>
      </Td>
      <Td>
        <Typography title={note}>{right.join('；') || '—'}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral600">{WORD_KINDS[kind]}</Typography>
      </Td>
      <Td>
        <Badge>{LEVELS[level]}</Badge>
      </Td>
      <Td>
        <Typography textColor="neutral600">{ORIGINS[origin]}</Typography>
      </Td>
      <Td>
        <Flex gap={2}>
          <Switch aria-label={`提醒“${wrong}”`} checked={isOn} onCheckedChange={() => void onSwitch({ ...word, isOn: !isOn })} />
          <Button size="S" variant="tertiary" onClick={() => onEdit(word)}>
            修改
          </Button>
          {origin !== 'start' && (
            <Button size="S" variant="ghost" onClick={() => void onRemove(word)}>
              {origin === 'own' ? '删去' : '恢复'}
            </Button>
          )}
        </Flex>
      </Td>
    </Tr>
  );
}
