import { Box, Button, Field, Flex, Radio, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

import { Callout } from '../callout.tsx';
import { addressOf, type Identity, sayFailure } from '../reach.ts';

const DAYS = [1, 3, 7, 14, 30];
const KINDS = [
  { value: 'view', label: '只看：有效期内可以反复打开' },
  { value: 'advice', label: '看完提一次意见：提交后链接自动失效' },
] as const;

/** The form that makes a link for somebody without an account. The link is shown once: only its holder knows it. */
export function MakeLink({ identity, onMade }: { identity: Identity; onMade: () => void }) {
  const { post } = useFetchClient();
  const [kind, setKind] = useState<string>('view');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(7);
  const [made, setMade] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const make = async () => {
    setProblem(undefined);
    try {
      const { data } = await post<{ data: { url: string } }>(addressOf(identity, 'previews'), { kind, label, days }, { params: { locale: identity.locale } });
      setMade(data.data.url);
      setLabel('');
      onMade();
    } catch (error) {
      setProblem(sayFailure(error));
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root>
        <Field.Label>链接用来做什么</Field.Label>
        <Radio.Group value={kind} onValueChange={setKind} aria-label="链接用来做什么">
          {KINDS.map((one) => (
            <Radio.Item key={one.value} value={one.value}>
              {one.label}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Field.Root>
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Box flex="1 1 20rem">
          <Field.Root name="label">
            <Field.Label>发给谁（只给自己记）</Field.Label>
            <TextInput value={label} maxLength={60} placeholder="比如：望川大学法学院 王老师" onChange={(event: React.ChangeEvent<HTMLInputElement>) => setLabel(event.target.value)} />
          </Field.Root>
        </Box>
        <Box flex="0 1 12rem">
          <Field.Root>
            <Field.Label>有效期</Field.Label>
            <SingleSelect value={String(days)} onChange={(value) => setDays(Number(value))}>
              {DAYS.map((one) => (
                <SingleSelectOption key={one} value={String(one)}>
                  {`${one} 天`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Button onClick={() => void make()}>生成链接</Button>
      </Flex>
      {problem && (
        <Typography role="alert" textColor="danger600">
          {problem}
        </Typography>
      )}
      {made && <MadeLink key={made} url={made} />}
    </Flex>
  );
}

function MadeLink({ url }: { url: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setIsCopied(true);
  };
  return (
    <Callout tone="done" title="链接做好了。">
      <Typography tag="p">它只在这里显示这一次，请现在复制，发给要看的人。谁拿到它都能看，请不要发到群里。</Typography>
      <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
        <code>{url}</code>
      </Typography>
      <Box paddingTop={2}>
        <Button size="S" variant="secondary" onClick={() => void copy()}>
          {isCopied ? '已复制' : '复制链接'}
        </Button>
      </Box>
    </Callout>
  );
}
