import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Download, Plus, Upload } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';

import { decodeTable, writeTable } from './table-of-words.ts';
import { useWords, type Draft } from './use-words.ts';
import { WordForm } from './word-form.tsx';
import { WordTable } from './word-table.tsx';

const NEW: Draft = { wrong: '', right: [], except: [], kind: 'own', level: 'hint', isOn: true };

/** 设置 → 用词词库: the words texts are searched for. */
export function WordsPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::review.words', subject: null }]}>
      <Page.Main>
        <Page.Title>用词词库</Page.Title>
        <Words />
      </Page.Main>
    </Page.Protect>
  );
}

function Words() {
  const { words, trouble, save, remove, load } = useWords();
  const { toggleNotification } = useNotification();
  const [editing, setEditing] = useState<Draft>();
  const tell = (refusal: string | undefined, done: string) => {
    toggleNotification(refusal ? { type: 'danger', message: refusal, timeout: 10_000 } : { type: 'success', message: done });
    return refusal;
  };
  if (!words) return <Layouts.Content>{trouble ? <Typography textColor="danger600">{trouble}</Typography> : <Loader>正在载入</Loader>}</Layouts.Content>;
  return (
    <>
      <Layouts.Header
        title="用词词库"
        subtitle={`共 ${words.length} 个词。写稿时碰到其中的词，右侧“检查”会提醒并给出建议。`}
        primaryAction={
          <Button startIcon={<Plus />} onClick={() => setEditing(NEW)}>
            添加词
          </Button>
        }
        secondaryAction={<Tables words={words} onLoad={async (csv) => void tell(await load(csv), '已导入。')} />}
      />
      <Layouts.Content>
        {editing && (
          <Box paddingBottom={6}>
            <WordForm
              key={editing.wrong}
              word={editing}
              onSave={async (word) => {
                const refusal = await save(word);
                if (!refusal) {
                  setEditing(undefined);
                  tell(undefined, `“${word.wrong}”已保存。`);
                }
                return refusal;
              }}
              onClose={() => setEditing(undefined)}
            />
          </Box>
        )}
        <WordTable
          words={words}
          onEdit={setEditing}
          onSwitch={async (word) => void tell(await save(word), word.isOn ? `“${word.wrong}”已打开。` : `“${word.wrong}”已关掉，不再提醒。`)}
          onRemove={async ({ wrong, origin }) => void tell(await remove(wrong), origin === 'own' ? `“${wrong}”已删去。` : `“${wrong}”已恢复成原来的样子。`)}
        />
      </Layouts.Content>
    </>
  );
}

interface TablesProps {
  words: Parameters<typeof writeTable>[0];
  onLoad: (csv: string) => Promise<void>;
}

/** The whole dictionary as a table, out and in. */
function Tables({ words, onLoad }: TablesProps) {
  const input = useRef<HTMLInputElement>(null);
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([writeTable(words)], { type: 'text/csv' }));
    link.download = '用词词库.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Flex gap={2}>
      <input
        ref={input}
        type="file"
        accept=".csv"
        hidden
        aria-label="选择 CSV 文件"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) await onLoad(decodeTable(await file.arrayBuffer()));
          target.value = '';
        }}
      />
      <Button variant="tertiary" startIcon={<Download />} onClick={download}>
        下载表格
      </Button>
      <Button variant="secondary" startIcon={<Upload />} onClick={() => input.current?.click()}>
        导入表格
      </Button>
    </Flex>
  );
}
