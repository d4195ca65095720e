import { Flex, Typography } from '@strapi/design-system';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { AskAgency } from './ask-agency.tsx';
import { AskText } from './ask-text.tsx';
import { Confirm } from './confirm.tsx';
import type { Do } from './use-cases.ts';

/** The buttons of what this person may do now; the server decided which. Writing has its buttons beside the text. */
export function Actions({ view, act }: { view: CaseView; act: Do }) {
  const can = new Set(view.can);
  const buttons = [
    can.has('release') && <Confirm key="release" label={t('do.release')} onConfirm={() => act('release')} />,
    can.has('assign') && <AskAgency key="assign" label={view.agencyName ? t('do.reassign') : t('do.assign')} primary={!view.agencyName} act={act} />,
    can.has('accept') && <Confirm key="accept" label={t('do.accept')} onConfirm={() => act('accept')} />,
    can.has('approve') && (
      <Confirm key="approve" label={t('do.approve')} question={view.mayPublish ? t('ask.approve') : t('ask.approvePrivate')} onConfirm={() => act('approve')} />
    ),
    can.has('reject') && <AskText key="reject" label={t('do.reject')} ask={t('ask.rejectReason')} onAnswer={(remark) => act('reject', { remark })} />,
    can.has('rectify') && <AskText key="rectify" label={t('do.rectify')} ask={t('ask.rectifyHow')} primary onAnswer={(remark) => act('rectify', { remark })} />,
    can.has('recall') && <Confirm key="recall" label={t('do.recall')} secondary onConfirm={() => act('recall')} />,
    can.has('return') && <AskText key="return" label={t('do.return')} ask={t('ask.returnReason')} onAnswer={(remark) => act('return', { remark })} />,
    can.has('close') && <AskText key="close" label={t('do.close')} ask={t('ask.closeReason')} onAnswer={(remark) => act('close', { remark })} />,
    can.has('withdraw') && <AskText key="withdraw" label={t('do.withdraw')} ask={t('ask.withdrawReason')} field="reason" danger onAnswer={(reason) => act('withdraw', { reason })} />,
    can.has('quarantine') && <Confirm key="quarantine" label={t('do.quarantine')} question={t('ask.quarantine')} secondary onConfirm={() => act('quarantine')} />,
  ].filter(Boolean);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {view.quarantined && <Typography fontWeight="bold">{t('case.quarantined')}</Typography>}
      {view.quarantined && <Typography textColor="neutral600">{t('case.suspicion', { score: view.suspicion })}</Typography>}
      {view.ownAnswer && (view.stage === 'review' || view.stage === 'answered') && <Typography textColor="neutral600">{t('case.ownAnswer')}</Typography>}
      {view.can.length === 0 && <Typography textColor="neutral600">{t('case.nothingToDo')}</Typography>}
      {buttons}
    </Flex>
  );
}
