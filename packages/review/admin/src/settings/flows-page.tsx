import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useAuth, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { Flow } from '../../../server/src/flow/flow.ts';
import { FlowCard } from './flow-card.tsx';
import { FlowForm } from './flow-form.tsx';
import { type FlowSettings, useFlows } from './use-flows.ts';

const ADMINISTRATORS = ['site-administrator', 'strapi-super-admin'];

/** 设置 → 审核流程: which documents go through which stages. */
export function FlowsPage() {
  const mayChange = useAuth('FlowsPage', ({ user }) => (user?.roles ?? []).some(({ code }) => ADMINISTRATORS.includes(code)));
  const { settings, trouble, replace } = useFlows();
  return (
    <Page.Main>
      <Page.Title>审核流程</Page.Title>
      {settings ? (
        <Flows settings={settings} mayChange={mayChange} replace={replace} />
      ) : (
        <Layouts.Content>{trouble ? <Typography textColor="danger600">{trouble}</Typography> : <Loader>正在载入</Loader>}</Layouts.Content>
      )}
    </Page.Main>
  );
}

interface FlowsProps {
  settings: FlowSettings;
  mayChange: boolean;
  replace: ReturnType<typeof useFlows>['replace'];
}

function Flows({ settings, mayChange, replace }: FlowsProps) {
  const { flows, standard } = settings;
  // A place in the list, or one behind its end for a new flow.
  const [editing, setEditing] = useState<{ index: number; flow: Flow }>();
  const { toggleNotification } = useNotification();
  const save = async (next: readonly Flow[], message: string) => {
    const reasons = await replace(next);
    if (!reasons) toggleNotification({ type: 'success', message });
    else if (!editing) toggleNotification({ type: 'danger', message: reasons.map((one) => one.message).join('\n') });
    return reasons;
  };
  const begin = (flow: Partial<Flow>) => setEditing({ index: flows.length, flow: { name: '', site: null, column: null, uid: null, stages: standard.stages, ...flow } });

  if (editing) {
    return (
      <FlowForm
        flow={editing.flow}
        index={editing.index}
        isNew={editing.index === flows.length}
        settings={settings}
        onSave={(flow) => save([...flows.slice(0, editing.index), flow, ...flows.slice(editing.index + 1)], '已保存。以后送审的内容按新的流程走。')}
        onClose={() => setEditing(undefined)}
      />
    );
  }
  const covers = flows.some(({ site, column, uid }) => !site && !column && !uid);
  return (
    <>
      <Layouts.Header
        title="审核流程"
        subtitle="内容从送审到上线要经过哪些环节、谁来审。正在审的内容按送审时的流程走完，不受修改影响。"
        primaryAction={
          mayChange && (
            <Button startIcon={<Plus />} onClick={() => begin({})}>
              新建流程
            </Button>
          )
        }
      />
      <Layouts.Content>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingBottom={4}>
          {flows.map((flow, index) => (
            <FlowCard
              key={flow.id}
              flow={flow}
              settings={settings}
              {...(mayChange && {
                onEdit: () => setEditing({ index, flow }),
                onDelete: () => void save(flows.filter((_, at) => at !== index), '已删除。'),
              })}
            />
          ))}
          {!covers && (
            <FlowCard
              flow={standard}
              note={flows.length > 0 ? '上面都不适用的内容走这一条。' : '还没有单独设置，所有内容都走这一条。'}
              settings={settings}
              {...(mayChange && { onEdit: () => begin({ name: '全部内容' }) })}
            />
          )}
        </Flex>
        <Typography tag="p" textColor="neutral600" paddingBottom={10}>
          一篇内容适用几条流程时，走范围最小的一条：先看栏目（离得近的优先），再看类型，再看站点。
        </Typography>
      </Layouts.Content>
    </>
  );
}
