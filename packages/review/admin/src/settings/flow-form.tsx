import { Box, Button, Field, Flex, Grid, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import { useState } from 'react';

import { type Flow, type Stage, stagesSchema } from '../../../server/src/flow/flow.ts';
import type { Reason } from '../panel/refusal.ts';
import { problemsByField } from './describe-flow.ts';
import { FlowPreview } from './flow-preview.tsx';
import type { Place } from './list-places.ts';
import { StageFields } from './stage-fields.tsx';
import type { FlowSettings } from './use-flows.ts';

interface FlowFormProps {
  flow: Flow;
  /** Its place in the list, as the server calls it in its answer. */
  index: number;
  isNew: boolean;
  settings: FlowSettings;
  onSave: (flow: Flow) => Promise<readonly Reason[] | undefined>;
  onClose: () => void;
}

/** Where a flow is made: what it is for, its stages, and who will act in them. */
export function FlowForm({ flow: given, index, isNew, settings, onSave, onClose }: FlowFormProps) {
  const [flow, setFlow] = useState<Flow>(given);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isBusy, setIsBusy] = useState(false);
  const setStages = (stages: Stage[]) => setFlow({ ...flow, stages });
  const save = async () => {
    const found = findProblems(flow);
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    setIsBusy(true);
    const reasons = await onSave(flow);
    setIsBusy(false);
    if (!reasons) return onClose();
    setProblems(problemsByField(reasons.map(({ field, message }) => ({ path: field ?? `flows.${index}.name`, message }))));
    focusFirstProblem();
  };
  return (
    <>
      <Layouts.Header
        title={isNew ? '新建流程' : `修改“${given.name}”`}
        subtitle="保存以后送审的内容按它走；正在审的不受影响。"
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" onClick={onClose}>
              取消
            </Button>
            <Button loading={isBusy} onClick={() => void save()}>
              保存
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
            <Typography tag="h2" variant="delta" paddingBottom={4}>
              名称和适用范围
            </Typography>
            <Grid.Root gap={4}>
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root name="name" required {...(problems.name ? { error: problems.name } : {})}>
                  <Field.Label>名称</Field.Label>
                  <TextInput name="name" value={flow.name} onChange={({ target }: { target: HTMLInputElement }) => setFlow({ ...flow, name: target.value })} />
                  <Field.Error />
                </Field.Root>
              </Grid.Item>
              {SCOPES.map(({ part, label, any, of }) => (
                <Grid.Item key={part} col={6} xs={12} direction="column" alignItems="stretch">
                  <Choice label={label} any={any} places={settings[of]} value={flow[part]} problem={problems[part]} onChange={(value) => setFlow({ ...flow, [part]: value })} />
                </Grid.Item>
              ))}
            </Grid.Root>
          </Box>
          <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
            {flow.stages.map((stage, at) => (
              <StageFields
                key={at}
                stage={stage}
                at={at}
                count={flow.stages.length}
                staff={settings.staff}
                problems={problems}
                onChange={(changed) => setStages(flow.stages.map((one, place) => (place === at ? changed : one)))}
                onMove={(to) => setStages(moved(flow.stages, at, to))}
                onRemove={() => setStages(flow.stages.filter((_, place) => place !== at))}
              />
            ))}
          </Flex>
          {problems.stages && <Typography textColor="danger600">{problems.stages}</Typography>}
          <Box>
            <Button variant="secondary" startIcon={<Plus />} onClick={() => setStages([...flow.stages, { name: '', roles: [], users: [], countersign: 'any', days: 1 }])}>
              添加环节
            </Button>
          </Box>
          <FlowPreview stages={flow.stages} staff={settings.staff} agencies={settings.agencies} />
        </Flex>
      </Layouts.Content>
    </>
  );
}

const SCOPES = [
  { part: 'column', label: '栏目', any: '不限栏目', of: 'columns' },
  { part: 'uid', label: '内容类型', any: '不限类型', of: 'types' },
  { part: 'site', label: '站点', any: '不限站点', of: 'sites' },
] as const;

interface ChoiceProps {
  label: string;
  any: string;
  places: readonly Place[];
  value: string | null;
  problem: string | undefined;
  onChange: (value: string | null) => void;
}

function Choice({ label, any, places, value, problem, onChange }: ChoiceProps) {
  return (
    <Field.Root name={label} {...(problem ? { error: problem } : {})}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect placeholder={any} value={value ?? ''} onClear={() => onChange(null)} clearLabel={any} onChange={(id) => onChange(String(id))}>
        {places.map(({ id, name }) => (
          <SingleSelectOption key={id} value={id}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
}

function moved(stages: readonly Stage[], from: number, to: number): Stage[] {
  const others = stages.filter((_, at) => at !== from);
  return [...others.slice(0, to), stages[from]!, ...others.slice(to)];
}

function findProblems({ name, stages }: Flow): Record<string, string> {
  const parsed = stagesSchema.safeParse(stages);
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: ['stages', ...path].join('.'), message }));
  return problemsByField([...(name.trim() ? [] : [{ path: 'name', message: '请给流程起个名字' }]), ...issues]);
}

/** The screen may show another part of a long form. */
function focusFirstProblem(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
