import type { TryAnswer } from '@mingchuang/content/searches';
import { Accordion, Badge, Box, Button, Field, Flex, Loader, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';

import { t } from '../../strings/t.ts';
import { Card } from './card.tsx';
import { useTry, type Loaded } from './use-queries.ts';

interface Props {
  site: string;
  /** Tried whenever it changes. */
  query: string;
  onQuery: (query: string) => void;
}

/** Searches as a visitor does, and says why each result stands where it does. */
export function TryCard({ site, query, onQuery }: Props) {
  const tryQuery = useTry();
  const [typed, type] = useState(query);
  const [answer, setAnswer] = useState<Loaded<TryAnswer>>();
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    type(query);
    if (!query) return;
    let current = true;
    setAnswer({ state: 'loading' });
    card.current?.scrollIntoView({ block: 'nearest' });
    tryQuery(site, query)
      .then((value) => current && setAnswer({ state: 'here', value }))
      .catch((error: Error) => current && setAnswer({ state: 'failed', message: error.message }));
    return () => void (current = false);
  }, [query, site, tryQuery]);

  return (
    <div ref={card}>
      <Card title={t('try.title')} help={t('try.help')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onQuery(typed.trim());
          }}
        >
          <Flex gap={2} alignItems="flex-end">
            <Field.Root flex="1" maxWidth="48rem">
              <Field.Label>{t('try.label')}</Field.Label>
              <TextInput value={typed} maxLength={100} onChange={({ target }: { target: HTMLInputElement }) => type(target.value)} />
            </Field.Root>
            <Button type="submit" startIcon={<Search />} size="L">
              {t('try.button')}
            </Button>
          </Flex>
        </form>
        <Box paddingTop={4} aria-live="polite">
          {answer?.state === 'loading' && <Loader>{t('load.wait')}</Loader>}
          {answer?.state === 'failed' && <Typography textColor="danger600">{answer.message}</Typography>}
          {answer?.state === 'here' && <Answer answer={answer.value} />}
        </Box>
      </Card>
    </div>
  );
}

function Answer({ answer: { total, exact, correction, results } }: { answer: TryAnswer }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {correction && <Typography>{t(correction.applied ? 'try.corrected' : 'try.offered', { query: correction.query })}</Typography>}
      <Typography>{total === 0 ? t('try.nothing') : t('try.found', { total, exact, shown: results.length })}</Typography>
      {results.length > 0 && (
        <Accordion.Root>
          {results.map((result, at) => (
            <Result key={result.url} result={result} place={at + 1} />
          ))}
        </Accordion.Root>
      )}
    </Flex>
  );
}

function Result({ result: { title, url, date, best, points, reasons }, place }: { result: TryAnswer['results'][number]; place: number }) {
  return (
    <Accordion.Item value={url}>
      <Accordion.Header>
        <Accordion.Trigger description={[url, date].filter(Boolean).join('　')} caretPosition="right">
          {place}. {title}　{t('try.points', { points: points.toFixed(1) })}
        </Accordion.Trigger>
        {best && (
          <Accordion.Actions>
            <Badge>{t('try.best')}</Badge>
          </Accordion.Actions>
        )}
      </Accordion.Header>
      <Accordion.Content>
        <Box padding={4} tag="dl" aria-label={t('try.why')}>
          {reasons.map(({ label, points: given }, index) => (
            <Flex key={index} justifyContent="space-between" gap={4} paddingBottom={1} maxWidth="48rem">
              <Typography tag="dt">{label}</Typography>
              <Typography tag="dd" fontWeight="bold">
                {given > 0 ? '+' : ''}
                {given.toFixed(1)}
              </Typography>
            </Flex>
          ))}
        </Box>
      </Accordion.Content>
    </Accordion.Item>
  );
}
