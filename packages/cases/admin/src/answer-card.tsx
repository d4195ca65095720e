import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { CaseEvent } from '../../server/src/domain/stages.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Card, Paragraphs } from './card.tsx';
import type { Do } from './use-cases.ts';
import { minute } from './words.ts';

/** The answer: to be written while the case is being handled, to be read afterwards. */
export function AnswerCard({ view, act }: { view: CaseView; act: Do }) {
  if (view.can.includes('draft')) {
    return (
      <Card title={t('case.answer')}>
        <Writing view={view} act={act} />
      </Card>
    );
  }
  const aside = view.answeredAt && <Typography textColor="neutral600">{minute(view.answeredAt)}</Typography>;
  return (
    <Card title={t('case.answer')} aside={aside}>
      {view.answer ? <Paragraphs text={view.answer} /> : <Typography textColor="neutral600">{t('case.waitAnswer')}</Typography>}
    </Card>
  );
}

function Writing({ view, act }: { view: CaseView; act: Do }) {
  const [answer, setAnswer] = useState(view.answer ?? '');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<CaseEvent>();

  const run = async (event: CaseEvent) => {
    setBusy(event);
    setProblem((await act(event, { answer }))?.['answer']);
    setBusy(undefined);
  };

  const changed = answer !== (view.answer ?? '');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="answer" hint={t('answer.hint')} {...(problem && { error: problem })} required>
        <Field.Label>{t('answer.label')}</Field.Label>
        <Textarea name="answer" rows={12} value={answer} onChange={({ target }) => setAnswer(target.value)} style={{ minHeight: '26rem', fontSize: '1.5rem', lineHeight: 1.8 }} />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <Typography textColor="neutral600">
          {t('answer.count', { count: answer.replace(/\s/g, '').length })}
          {changed && `，${t('answer.unsaved')}`}
        </Typography>
        <Flex gap={3}>
          <Button variant="tertiary" loading={busy === 'draft'} disabled={!changed} onClick={() => void run('draft')}>
            {t('answer.save')}
          </Button>
          <Button loading={busy === 'submit'} onClick={() => void run('submit')}>
            {t('answer.submit')}
          </Button>
        </Flex>
      </Flex>
    </Flex>
  );
}
