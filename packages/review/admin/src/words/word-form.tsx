import { Box, Button, Field, Flex, Grid, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { LEVELS, WORD_KINDS } from '../../../server/src/words/word.ts';
import type { Draft } from './use-words.ts';

interface WordFormProps {
  word: Draft;
  /** Answers why it was not saved. */
  onSave: (word: Draft) => Promise<string | undefined>;
  onClose: () => void;
}
const split = (text: string) => text.split(/[|；;]/).map((part) => part.trim()).filter(Boolean);

/** A word with everything that is told about it. The word itself is what an entry is known by, and stays. */
export function WordForm({ word, onSave, onClose }: WordFormProps) {
  const [draft, setDraft] = useState({ ...word, right: word.right.join('；'), except: (word.except ?? []).join('；'), note: word.note ?? '' });
  const [refusal, setRefusal] = useState<string>();
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const text = (name: 'wrong' | 'right' | 'except' | 'note', label: string, hint: string, isFixed = false) => (
    <Grid.Item col={6} s={12} alignItems="stretch">
      <Box width="100%">
        <Field.Root name={name} hint={hint}>
          <Field.Label>{label}</Field.Label>
          <TextInput value={draft[name]} disabled={isFixed} onChange={(event: { target: { value: string } }) => change({ [name]: event.target.value })} />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Grid.Item>
  );
  const choice = <Key extends string>(label: string, names: Record<Key, string>, value: Key, onChange: (value: Key) => void) => (
    <Grid.Item col={6} s={12} alignItems="stretch">
      <Box width="100%">
        <Field.Root>
          <Field.Label>{label}</Field.Label>
          <SingleSelect value={value} onChange={(chosen) => onChange(chosen as Key)}>
            {(Object.entries(names) as [Key, string][]).map(([key, name]) => (
              <SingleSelectOption key={key} value={key}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
    </Grid.Item>
  );
  const save = async () => setRefusal(await onSave({ ...draft, wrong: draft.wrong.trim(), right: split(draft.right), except: split(draft.except), note: draft.note.trim() }));
  return (
    <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Grid.Root gap={4}>
        {text('wrong', '词', '文章里出现就提醒，至少两个字。', word.wrong !== '')}
        {text('right', '建议', '改成什么。有几个就用分号隔开，第一个用在“改成”按钮上；可以不填。')}
        {choice('类别', WORD_KINDS, draft.kind, (kind) => change({ kind }))}
        {choice('级别', LEVELS, draft.level, (level) => change({ level }))}
        {text('except', '例外', '含有这个词、但没有错的更长的词，用分号隔开。')}
        {text('note', '说明', '为什么不这样写，会显示给编辑看。')}
      </Grid.Root>
      {refusal && (
        <Box paddingTop={4}>
          <Typography role="alert" textColor="danger600" style={{ whiteSpace: 'pre-line' }}>
            {refusal}
          </Typography>
        </Box>
      )}
      <Flex gap={2} paddingTop={5}>
        <Button onClick={() => void save()}>保存</Button>
        <Button variant="tertiary" onClick={onClose}>
          取消
        </Button>
      </Flex>
    </Box>
  );
}
