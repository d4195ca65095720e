import { Box, Button, Dialog, EmptyStateLayout, Flex, IconButton, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { ConfirmDialog, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { Choices } from '../../../server/src/grants/choices.ts';
import type { Grant } from '../../../server/src/grants/grant.ts';
import { describeGrant } from './describe-grant.ts';
import { GrantForm } from './grant-form.tsx';
import { useGrants } from './use-grants.ts';

const COLUMNS = ['谁', '以什么角色', '站点', '栏目', '机构'];

/** 设置 → 授权: who acts where, in which role. */
export function GrantsPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::access.grants', subject: null }]}>
      <Grants />
    </Page.Protect>
  );
}

function Grants() {
  const { loaded, trouble, save, remove } = useGrants();
  // A grant that is changed, or `new`.
  const [editing, setEditing] = useState<Grant | 'new'>();
  const { toggleNotification } = useNotification();

  if (!loaded) {
    return <Layouts.Content>{trouble ? <Typography textColor="danger600">{trouble}</Typography> : <Loader>正在载入</Loader>}</Layouts.Content>;
  }
  const { grants, choices } = loaded;
  if (editing) {
    const grant = editing === 'new' ? undefined : editing;
    const done = async (input: Parameters<typeof save>[0]) => {
      const refused = await save(input, grant?.id);
      if (!refused) toggleNotification({ type: 'success', message: '已保存，马上生效。' });
      return refused;
    };
    return (
      <Page.Main>
        <Page.Title>授权</Page.Title>
        <GrantForm {...(grant ? { grant } : {})} choices={choices} onSave={done} onClose={() => setEditing(undefined)} />
      </Page.Main>
    );
  }
  const drop = async (grant: Grant) => {
    const refused = await remove(grant);
    toggleNotification(refused ? { type: 'danger', message: refused } : { type: 'success', message: '已删除，马上生效。' });
  };
  return (
    <Page.Main>
      <Page.Title>授权</Page.Title>
      <Layouts.Header
        title="授权"
        subtitle="谁、以什么角色、在哪个站点、栏目和机构。多数人不用授权：加入机构后，就以自己的角色在本机构的全部栏目工作。要放宽或收窄时才在这里写一条；写了以后，这个角色只在授权的范围里有效。"
        primaryAction={
          <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
            新建授权
          </Button>
        }
      />
      <Layouts.Content>
        {grants.length === 0 ? (
          <EmptyStateLayout content="还没有授权：所有人按所在机构和角色工作。" shadow="tableShadow" />
        ) : (
          <GrantTable grants={grants} choices={choices} onEdit={setEditing} onDelete={(grant) => void drop(grant)} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

interface TableProps {
  grants: readonly Grant[];
  choices: Choices;
  onEdit(grant: Grant): void;
  onDelete(grant: Grant): void;
}

function GrantTable({ grants, choices, onEdit, onDelete }: TableProps) {
  return (
    <Box paddingBottom={10}>
      <Table colCount={COLUMNS.length + 1} rowCount={grants.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{column}</Typography>
              </Th>
            ))}
            <Th>
              <Typography variant="sigma">操作</Typography>
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {grants.map((grant) => (
            <GrantRow key={grant.id} grant={grant} isLast={isLast(grant, grants)} choices={choices} onEdit={onEdit} onDelete={onDelete} />
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}

/** Whether no other grant limits this role of this person. */
const isLast = ({ id, user, role }: Grant, grants: readonly Grant[]) => !grants.some((other) => other.id !== id && other.user === user && other.role === role);

function GrantRow({ grant, isLast: last, choices, onEdit, onDelete }: { grant: Grant; isLast: boolean } & Omit<TableProps, 'grants'>) {
  const { who, role, site, columns, agency } = describeGrant(grant, choices);
  const after = !last ? '' : grant.gaveRole ? `这是最后一条，“${role}”这个角色也会收回。` : `这是最后一条，删除后“${role}”恢复按所在机构工作。`;
  return (
    <Tr>
      {[who, role, site, columns, agency].map((text, index) => (
        <Td key={COLUMNS[index]}>
          <Typography style={{ whiteSpace: 'normal' }}>{text}</Typography>
        </Td>
      ))}
      <Td>
        <Flex gap={1}>
          <IconButton label={`修改 ${who} 的授权`} variant="ghost" onClick={() => onEdit(grant)}>
            <Pencil />
          </IconButton>
          <Dialog.Root>
            <Dialog.Trigger>
              <IconButton label={`删除 ${who} 的授权`} variant="ghost">
                <Trash />
              </IconButton>
            </Dialog.Trigger>
            <ConfirmDialog title="删除授权" onConfirm={() => onDelete(grant)}>
              {`${who}：${role}，${site}，${columns}，${agency}。${after}`}
            </ConfirmDialog>
          </Dialog.Root>
        </Flex>
      </Td>
    </Tr>
  );
}
