import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Card } from './card.tsx';
import { problemsOf } from './use-cases.ts';
import { minute } from './words.ts';

interface Contact {
  name?: string;
  phone?: string;
}

/** Name and number, shown on demand only; each look is written down and listed here. */
export function ContactCard({ view, looked }: { view: CaseView; looked: () => void }) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [contact, setContact] = useState<Contact>();

  const look = async () => {
    try {
      const { data } = await post<{ data: Contact }>(`/cases/letters/${view.number}/contact`, {});
      setContact(data.data);
      looked();
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemsOf(error)[''] ?? t('done.failed') });
    }
  };

  return (
    <Card title={t('case.contact')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {view.erased && <Typography textColor="neutral600">{t('contact.erased')}</Typography>}
        {!view.erased && !view.mayContact && <Typography textColor="neutral600">{t('contact.noRight')}</Typography>}
        {view.mayContact && !contact && (
          <>
            <Typography textColor="neutral600">{t('contact.explain')}</Typography>
            <Button variant="secondary" fullWidth onClick={() => void look()}>
              {t('contact.show')}
            </Button>
          </>
        )}
        {contact && (
          <dl>
            <Line term={t('contact.name')} value={contact.name} />
            <Line term={t('contact.phone')} value={contact.phone} />
          </dl>
        )}
        {view.accesses.length > 0 && (
          <Flex direction="column" alignItems="stretch" gap={1}>
            <Typography variant="pi" fontWeight="bold" textColor="neutral600">
              {t('contact.log')}
            </Typography>
            {view.accesses.map(({ by, at }) => (
              <Typography key={at} variant="pi" textColor="neutral600">
                {t('contact.logItem', { by, at: minute(at) })}
              </Typography>
            ))}
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

function Line({ term, value }: { term: string; value?: string | undefined }) {
  return (
    <Flex gap={3}>
      <Typography tag="dt" textColor="neutral600">
        {term}
      </Typography>
      <Typography tag="dd" fontWeight="bold">
        {value ?? ''}
      </Typography>
    </Flex>
  );
}
