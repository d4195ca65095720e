import { SCALE } from '@mingchuang/content/taking-part';
import { Button, EmptyStateLayout, Flex, Link, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { ArrowLeft, Download } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';

import { t } from '../../strings/t.ts';
import type { SurveyView } from '../../server/src/services/view-types.ts';
import { Card, Paragraphs } from './card.tsx';
import { useExport, useSurvey, useSurveys } from './use-taking-part.ts';

/** Surveys with answers. */
export function SurveysPage() {
  const loaded = useSurveys();
  return (
    <Page.Main>
      <Page.Title>{t('surveys.title')}</Page.Title>
      <Layouts.Header title={t('surveys.title')} subtitle={t('surveys.subtitle')} />
      <Layouts.Content>
        {loaded.state === 'loading' && <Loader>{t('load.wait')}</Loader>}
        {loaded.state === 'failed' && <EmptyStateLayout content={loaded.message} />}
        {loaded.state === 'here' && loaded.value.length === 0 && <EmptyStateLayout content={t('surveys.empty')} hasRadius shadow="tableShadow" />}
        {loaded.state === 'here' && loaded.value.length > 0 && (
          <Table colCount={3} rowCount={loaded.value.length + 1}>
            <Thead>
              <Tr>
                {(['survey', 'answers', 'closesOn'] as const).map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma">{t(`surveys.${column}`)}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {loaded.value.map(({ id, title, answers, closesOn }) => (
                <Tr key={id}>
                  <Td>
                    <Link tag={NavLink} to={id}>
                      {title}
                    </Link>
                  </Td>
                  <Td>
                    <Typography>{answers}</Typography>
                  </Td>
                  <Td>
                    <Typography>{closesOn}</Typography>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What one survey has brought, with what people wrote. */
export function SurveyPage() {
  const { id = '' } = useParams();
  const loaded = useSurvey(id);
  const save = useExport();
  if (loaded.state === 'loading') return <Page.Loading />;
  if (loaded.state === 'failed') return <EmptyStateLayout content={loaded.message} />;
  const view = loaded.value;
  return (
    <Page.Main>
      <Page.Title>{view.title}</Page.Title>
      <Layouts.Header
        title={view.title}
        subtitle={t('surveys.count', { answers: view.answers, from: view.opensOn, to: view.closesOn })}
        navigationAction={
          <Link tag={NavLink} to="/plugins/cases/surveys" startIcon={<ArrowLeft />}>
            {t('case.back')}
          </Link>
        }
        primaryAction={
          <Button variant="secondary" startIcon={<Download />} onClick={() => void save(`/cases/surveys/${id}/export`, {}, view.title)}>
            {t('surveys.export')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {view.questions.map((question, index) => (
            <Question key={question.title} question={question} number={index + 1} />
          ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Question({ question, number }: { question: SurveyView['questions'][number]; number: number }) {
  const { title, kind, options, answered, counts, words } = question;
  const labels = kind === 'scale' ? SCALE.map((points) => t('surveys.points', { points })) : options;
  return (
    <Card title={`${number}. ${title}`} aside={<Typography textColor="neutral600">{t('surveys.answered', { count: answered })}</Typography>}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {labels.map((label, at) => (
          <Flex key={label} justifyContent="space-between" gap={4}>
            <Typography>{label}</Typography>
            <Typography fontWeight="bold">
              {counts[at] ?? 0}　{answered > 0 ? Math.round((1000 * (counts[at] ?? 0)) / answered) / 10 : 0}%
            </Typography>
          </Flex>
        ))}
        {words.map((word, at) => (
          <Paragraphs key={at} text={word} />
        ))}
      </Flex>
    </Card>
  );
}
