import { Button, Checkbox, Field, Flex, Grid, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { Choices } from '../../../../server/src/notices/settings/choices.ts';
import { Callout } from '../../callout.tsx';
import { Loading } from '../loading.tsx';
import { Part } from '../part.tsx';
import { useLoad } from '../use-load.ts';
import { type Problems, useSave } from '../use-save.ts';
import { DigestPreview } from './digest-preview.tsx';
import { KindWays } from './kind-ways.tsx';

interface Answer {
  choices: Choices;
  email: string;
  /** Whether the installation sends e-mail at all. */
  mails: boolean;
}

/** How one's own notices come by e-mail. */
export function ChoicesPage() {
  const { loaded, again, put } = useLoad<Answer>('/review/notices/choices');
  return (
    <Loading loaded={loaded} again={again}>
      {(answer) => <ChoicesForm answer={answer} onSaved={put} />}
    </Loading>
  );
}

function ChoicesForm({ answer: { choices: stored, email, mails }, onSaved }: { answer: Answer; onSaved(answer: Answer): void }) {
  const [choices, setChoices] = useState(stored);
  const [round, setRound] = useState(0);
  const { save, isBusy, problems } = useSave();
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }));
  const submit = async () => {
    const saved = await save<Answer>('put', '/review/notices/choices', choices, '已保存。');
    if (!saved) return;
    onSaved(saved.value);
    setRound((before) => before + 1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {!mails && (
        <Callout title="现在不会发邮件">
          <Typography tag="p">系统还没有设置邮件服务器。通知仍会在后台显示，下面的选择会留到邮件开通以后生效。</Typography>
        </Callout>
      )}
      <Part title="哪些发邮件" hint={`后台里总能看到全部通知。邮件发到 ${email}，只写标题和链接，不含正文。`}>
        <KindWays mail={choices.mail} onChange={(mail) => change({ mail })} />
      </Part>
      <Part title="什么时候发">
        <Times choices={choices} problems={problems} onChange={change} />
      </Part>
      <Flex>
        <Button size="L" loading={isBusy} onClick={() => void submit()}>
          保存
        </Button>
      </Flex>
      <DigestPreview round={round} />
    </Flex>
  );
}

const NIGHT = { from: '22:00', to: '07:00' };

function Times({ choices, problems, onChange }: { choices: Choices; problems: Problems; onChange(part: Partial<Choices>): void }) {
  const { digestAt, silence, urgentAtNight } = choices;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <TimeField label="每日汇总" hint="工作日的这个时间发，节假日不发" value={digestAt} problem={problems.digestAt} onChange={(time) => onChange({ digestAt: time })} />
        </Grid.Item>
      </Grid.Root>
      <Checkbox checked={silence !== null} onCheckedChange={(on) => onChange({ silence: on === true ? NIGHT : null })}>
        夜间免打扰：这段时间的通知攒到结束时一起发
      </Checkbox>
      {silence && (
        <Grid.Root gap={4}>
          <Grid.Item col={4} s={6} xs={6} direction="column" alignItems="stretch">
            <TimeField label="开始" value={silence.from} problem={problems.silence ?? problems['silence.from']} onChange={(from) => onChange({ silence: { ...silence, from } })} />
          </Grid.Item>
          <Grid.Item col={4} s={6} xs={6} direction="column" alignItems="stretch">
            <TimeField label="结束" value={silence.to} problem={problems['silence.to']} onChange={(to) => onChange({ silence: { ...silence, to } })} />
          </Grid.Item>
        </Grid.Root>
      )}
      {silence && (
        <Checkbox checked={urgentAtNight} onCheckedChange={(on) => onChange({ urgentAtNight: on === true })}>
          夜里也可以打扰我：紧急发布等待追认、未能按时发布、发布系统告警
        </Checkbox>
      )}
    </Flex>
  );
}

function TimeField({ label, hint, value, problem, onChange }: { label: string; hint?: string; value: string; problem?: string | undefined; onChange(time: string): void }) {
  return (
    <Field.Root hint={hint} error={problem}>
      <Field.Label>{label}</Field.Label>
      <TextInput type="time" value={value} onChange={(event: { target: { value: string } }) => onChange(event.target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
