import { OPINION_OUTCOME_LABELS, OPINION_OUTCOMES, type OpinionOutcome } from '@mingchuang/content/case';
import { Badge, Button, Field, Flex, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { OpinionItem } from '../../server/src/services/view-types.ts';
import { Card, Paragraphs } from './card.tsx';
import type { Problems } from './use-cases.ts';
import { minute } from './words.ts';

interface Props {
  item: OpinionItem;
  mayHandle: boolean;
  weigh(item: OpinionItem, verdict: { outcome: string; reason: string }): Promise<Problems | undefined>;
  move(item: OpinionItem, event: 'quarantine' | 'release'): Promise<unknown>;
  reveal(item: OpinionItem): Promise<{ name?: string; phone?: string } | undefined>;
}

/** One opinion: what was written, and what becomes of it. */
export function OpinionCard({ item, mayHandle, weigh, move, reveal }: Props) {
  const aside = <Badge>{item.outcome ? OPINION_OUTCOME_LABELS[item.outcome] : t('opinions.open')}</Badge>;
  return (
    <Card title={item.part ? t('opinions.part', { part: item.part }) : t('opinions.whole')} aside={aside}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi" textColor="neutral600">
          {item.title}　{item.number}　{minute(item.receivedAt)}
        </Typography>
        <Paragraphs text={item.body} />
        {item.hasContact && <Contact reveal={() => reveal(item)} />}
        {!mayHandle && item.reason && <Typography>{t('opinions.reasonOf', { reason: item.reason })}</Typography>}
        {mayHandle && !item.quarantined && <Verdict item={item} weigh={weigh} />}
        {mayHandle && (
          <Flex justifyContent="flex-end">
            <Button variant="tertiary" onClick={() => void move(item, item.quarantined ? 'release' : 'quarantine')}>
              {t(item.quarantined ? 'opinions.release' : 'opinions.quarantine')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

function Contact({ reveal }: { reveal(): Promise<{ name?: string; phone?: string } | undefined> }) {
  const [shown, setShown] = useState<{ name?: string; phone?: string }>();
  if (shown) return <Typography>{[shown.name, shown.phone].filter(Boolean).join('　') || t('opinions.noContact')}</Typography>;
  return (
    <Flex>
      <Button variant="tertiary" onClick={() => void reveal().then(setShown)}>
        {t('opinions.reveal')}
      </Button>
    </Flex>
  );
}

function Verdict({ item, weigh }: Pick<Props, 'item' | 'weigh'>) {
  const [outcome, setOutcome] = useState<string>(item.outcome ?? '');
  const [reason, setReason] = useState(item.reason ?? '');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblems((await weigh(item, { outcome, reason })) ?? {});
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name={`outcome-${item.number}`} {...(problems['outcome'] && { error: problems['outcome'] })} required>
        <Field.Label>{t('opinions.outcome')}</Field.Label>
        <SingleSelect value={outcome} onChange={(value) => setOutcome(String(value))} placeholder={t('opinions.choose')}>
          {OPINION_OUTCOMES.map((each: OpinionOutcome) => (
            <SingleSelectOption key={each} value={each}>
              {OPINION_OUTCOME_LABELS[each]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      <Field.Root name={`reason-${item.number}`} hint={t('opinions.reasonHint')} {...(problems['reason'] && { error: problems['reason'] })} required>
        <Field.Label>{t('opinions.reason')}</Field.Label>
        <Textarea name="reason" rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex justifyContent="flex-end">
        <Button loading={busy} onClick={() => void save()}>
          {t('opinions.save')}
        </Button>
      </Flex>
    </Flex>
  );
}
