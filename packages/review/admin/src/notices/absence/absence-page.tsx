import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { Delegation } from '../../../../server/src/delegation/delegations.ts';
import { Loading } from '../loading.tsx';
import { Part } from '../part.tsx';
import { useLoad } from '../use-load.ts';
import { useSave } from '../use-save.ts';
import { AbsenceForm } from './absence-form.tsx';
import type { Absences } from './absences.ts';
import { sayDays } from './days.ts';

/** Who acts for whom while they are away. */
export function AbsencePage() {
  const { loaded, again, put } = useLoad<Absences>('/review/delegations');
  return (
    <Loading loaded={loaded} again={again}>
      {(known) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Part title={known.mayDelegateOthers ? '设置请假和代理' : '我要请假'} hint="请假期间，代理人可以代为审核，审核记录里会写明。代理人同样不能审自己写的稿子。">
            <AbsenceForm known={known} onSaved={put} />
          </Part>
          <Part title="现在和以后的代理">
            {known.delegations.length === 0 && <Typography textColor="neutral600">目前没有。</Typography>}
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
              {known.delegations.map((delegation) => (
                <AbsenceLine key={delegation.id} delegation={delegation} known={known} onEnded={put} />
              ))}
            </Flex>
          </Part>
        </Flex>
      )}
    </Loading>
  );
}

function AbsenceLine({ delegation, known: { me, mayDelegateOthers }, onEnded }: { delegation: Delegation; known: Absences; onEnded(known: Absences): void }) {
  const { id, person, delegate, reason } = delegation;
  const { save, isBusy } = useSave();
  const end = async () => {
    const saved = await save<Absences>('del', `/review/delegations/${id}`, undefined, '代理已结束。');
    if (saved) onEnded(saved.value);
  };
  const nameOf = (who: { id: number; name: string }) => (who.id === me.id ? '我' : who.name);
  return (
    <Box tag="li" borderColor="neutral200" hasRadius padding={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography fontWeight="semiBold">{`${nameOf(person)}请假，由${nameOf(delegate)}代理`}</Typography>
          <Typography textColor="neutral600">{[sayDays(delegation), reason].filter(Boolean).join('，')}</Typography>
        </Flex>
        {(person.id === me.id || mayDelegateOthers) && (
          <Button variant="tertiary" size="S" loading={isBusy} onClick={() => void end()}>
            结束代理
          </Button>
        )}
      </Flex>
    </Box>
  );
}
