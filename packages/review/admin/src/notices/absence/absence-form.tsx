import { Box, Button, Grid, Typography } from '@strapi/design-system';
import { shanghaiDate } from '@mingchuang/content/dates';
import { useState } from 'react';

import { ChoiceField, WordField } from '../sending/form-fields.tsx';
import { useSave } from '../use-save.ts';
import type { Absences } from './absences.ts';
import { instantsOf } from './days.ts';

/** Says that somebody is away and who acts for them: oneself, and for administrators anybody. */
export function AbsenceForm({ known: { me, mayDelegateOthers, colleagues }, onSaved }: { known: Absences; onSaved(known: Absences): void }) {
  const today = shanghaiDate(new Date());
  const empty = { person: me.id, delegate: '', from: today, to: today, reason: '' };
  const [form, setForm] = useState(empty);
  const { save, isBusy, problems } = useSave();
  const change = (part: Partial<typeof empty>) => setForm((before) => ({ ...before, ...part }));
  const missing = (date: string) => (date ? undefined : '请选择日期。');
  const submit = async () => {
    if (!form.from || !form.to) return;
    const { person, delegate, reason } = form;
    const body = { person, ...(delegate && { delegate: Number(delegate) }), ...instantsOf(form), reason };
    const saved = await save<Absences>('post', '/review/delegations', body, '已设置，并通知了代理人。');
    if (!saved) return;
    setForm(empty);
    onSaved(saved.value);
  };
  if (colleagues.length === 0) return <Typography textColor="neutral600">您的机构里还没有能代理的同事。需要的话请找站点管理员。</Typography>;
  const people = [{ id: me.id, name: `${me.name}（我）` }, ...colleagues].map(({ id, name }) => [String(id), name] as const);
  return (
    <Grid.Root gap={4}>
      {mayDelegateOthers && (
        <Cell>
          <ChoiceField label="谁请假" value={String(form.person)} problem={problems.person} options={people} onChange={(person) => change({ person: Number(person) })} />
        </Cell>
      )}
      <Cell>
        <ChoiceField label="由谁代理" value={form.delegate} placeholder="请选择" problem={problems.delegate} options={people.filter(([id]) => id !== String(form.person))} onChange={(delegate) => change({ delegate })} />
      </Cell>
      <Cell>
        <WordField type="date" label="从哪天" value={form.from} problem={missing(form.from) ?? problems.from} onChange={(from) => change({ from })} />
      </Cell>
      <Cell>
        <WordField type="date" label="到哪天（含）" value={form.to} problem={missing(form.to) ?? problems.until} onChange={(to) => change({ to })} />
      </Cell>
      <Cell>
        <WordField label="说明（可不填）" value={form.reason} problem={problems.reason} placeholder="例如：年休假" onChange={(reason) => change({ reason })} />
      </Cell>
      <Grid.Item col={12} xs={12}>
        <Box paddingTop={2}>
          <Button loading={isBusy} onClick={() => void submit()}>
            设置代理
          </Button>
        </Box>
      </Grid.Item>
    </Grid.Root>
  );
}

const Cell = ({ children }: { children: React.ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
