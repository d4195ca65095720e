import { Box, Button, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { GROUP_KIND_CODES, groupLabelOf, type NoticeKindCode } from '../../../../server/src/notices/kinds.ts';
import type { Robot, RobotChange } from '../../../../server/src/notices/robots/robot-store.ts';
import { useSave } from '../use-save.ts';
import { ChoiceField, WordField } from './form-fields.tsx';
import type { Places } from './places.ts';
import { SERVICE_HINTS, SERVICE_LABELS } from './service-labels.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const NEW: RobotChange = {
  name: '',
  service: 'wecom',
  agency: null,
  site: null,
  kinds: ['waiting', 'overdue', 'publish-failed', 'forced'],
  withTitles: true,
  silence: NIGHT,
  urgentAtNight: true,
  isOn: true,
};

/** Sets up a robot or changes one. Its address and secret are never shown again: left empty they stay as they are. */
export function RobotForm({ robot, places, onClose }: { robot?: Robot; places: Places; onClose(): void }) {
  const [form, setForm] = useState<RobotChange>(() => startOf(robot));
  const { save, isBusy, problems } = useSave();
  const change = (part: Partial<RobotChange>) => setForm((before) => ({ ...before, ...part }));
  const { secret: secretHint, address: addressHint } = SERVICE_HINTS[form.service];
  const submit = async () => {
    const path = robot ? `/review/notices/robots/${robot.id}` : '/review/notices/robots';
    if (await save(robot ? 'put' : 'post', path, form, '已保存。')) onClose();
  };
  const scope = form.agency ? `agency ${form.agency}` : form.site ? `site ${form.site}` : 'all';
  const setScope = (value: string) => {
    const [what, id] = value.split(' ');
    change({ agency: what === 'agency' ? id! : null, site: what === 'site' ? id! : null });
  };

  return (
    <Box background="neutral100" hasRadius padding={4} tag="form" aria-label={robot ? `修改${robot.name}` : '添加机器人'} onSubmit={(event: { preventDefault(): void }) => event.preventDefault()}>
      <Grid.Root gap={4}>
        <Cell>
          <WordField label="名字" value={form.name} problem={problems.name} placeholder="例如：水务局工作群" onChange={(name) => change({ name })} />
        </Cell>
        <Cell>
          <ChoiceField label="服务" value={form.service} problem={problems.service} options={Object.entries(SERVICE_LABELS)} onChange={(service) => change({ service: service as RobotChange['service'] })} />
        </Cell>
        <Cell wide>
          <WordField label="机器人网址" value={form.address ?? ''} problem={problems.address} hint={addressHint} placeholder={robot ? '已保存，不再显示。要换就填新的' : 'https://'} onChange={(address) => change({ address })} />
        </Cell>
        {secretHint && (
          <Cell wide>
            <WordField label="签名密钥" value={form.secret ?? ''} problem={problems.secret} hint={secretHint} placeholder={robot?.hasSecret ? '已保存，不再显示。要换就填新的' : ''} onChange={(secret) => change({ secret })} isSecret />
          </Cell>
        )}
        <Cell wide>
          <ChoiceField label="发哪些机构的通知" value={scope} problem={problems.agency} options={scopesOf(places)} onChange={setScope} />
        </Cell>
        <Cell wide>
          <Kinds kinds={form.kinds} problem={problems.kinds} onChange={(kinds) => change({ kinds })} />
        </Cell>
        <Cell wide>
          <Flex direction="column" alignItems="flex-start" gap={3}>
            <Switch label="写出文章标题" checked={form.withTitles} onChange={(withTitles) => change({ withTitles })} />
            <Switch label="夜间（22:00 至 07:00）不发，早上一起发" checked={form.silence !== null} onChange={(on) => change({ silence: on ? NIGHT : null })} />
            {form.silence && <Switch label="夜间也发：紧急发布等待追认、未能按时发布、发布系统告警" checked={form.urgentAtNight} onChange={(urgentAtNight) => change({ urgentAtNight })} />}
            <Switch label="启用" checked={form.isOn} onChange={(isOn) => change({ isOn })} />
          </Flex>
        </Cell>
      </Grid.Root>
      <Flex gap={2} paddingTop={5}>
        <Button loading={isBusy} onClick={() => void submit()}>
          保存
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          取消
        </Button>
      </Flex>
    </Box>
  );
}

function startOf(robot: Robot | undefined): RobotChange {
  if (!robot) return NEW;
  const { id: _, hasSecret: __, ...rest } = robot;
  return rest;
}

function scopesOf({ agencies, sites }: Places): [string, string][] {
  return [
    ['all', '全部机构'],
    ...sites.map(({ id, title }): [string, string] => [`site ${id}`, `站点：${title}`]),
    ...agencies.map(({ id, title }): [string, string] => [`agency ${id}`, title]),
  ];
}

const Cell = ({ wide = false, children }: { wide?: boolean; children: React.ReactNode }) => (
  <Grid.Item col={wide ? 12 : 6} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

const Switch = ({ label, checked, onChange }: { label: string; checked: boolean; onChange(on: boolean): void }) => (
  <Checkbox checked={checked} onCheckedChange={(on) => onChange(on === true)}>
    {label}
  </Checkbox>
);

function Kinds({ kinds, problem, onChange }: { kinds: NoticeKindCode[]; problem: string | undefined; onChange(kinds: NoticeKindCode[]): void }) {
  const toggle = (kind: NoticeKindCode, on: boolean) => onChange(GROUP_KIND_CODES.filter((each) => (each === kind ? on : kinds.includes(each))));
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="group" aria-label="发哪些事">
      <Typography variant="pi" fontWeight="bold">
        发哪些事
      </Typography>
      <Grid.Root gap={3}>
        {GROUP_KIND_CODES.map((kind) => (
          <Grid.Item key={kind} col={4} s={6} xs={12}>
            <Switch label={groupLabelOf(kind)} checked={kinds.includes(kind)} onChange={(on) => toggle(kind, on)} />
          </Grid.Item>
        ))}
      </Grid.Root>
      {problem && <Typography textColor="danger600">{problem}</Typography>}
    </Flex>
  );
}
