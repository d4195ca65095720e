import { Badge, Box, Button, EmptyStateLayout, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router-dom';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Actions } from './actions.tsx';
import { AnswerCard } from './answer-card.tsx';
import { Card, Paragraphs } from './card.tsx';
import { ContactCard } from './contact-card.tsx';
import { DeadlineCard } from './deadline-card.tsx';
import { DueBadge } from './due-badge.tsx';
import { PublicCard } from './public-card.tsx';
import { RatingCard } from './rating-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { useCase, type Do } from './use-cases.ts';
import { minute } from './words.ts';

/** One case: the letter and the answer on the left, what to do and how it stands on the right. */
export function CasePage() {
  const { number = '' } = useParams();
  const navigate = useNavigate();
  const leave = useCallback(() => navigate('..'), [navigate]);
  const { loaded, act, again } = useCase(number, leave);

  if (loaded.state === 'loading') return <Page.Loading />;
  if (loaded.state === 'failed') {
    return (
      <Box padding={8}>
        <EmptyStateLayout content={loaded.message} action={<Button variant="secondary" onClick={leave}>{t('case.back')}</Button>} />
      </Box>
    );
  }
  const view = loaded.value;
  return (
    <Page.Main>
      <Page.Title>{view.title}</Page.Title>
      <Layouts.Header
        title={view.title}
        subtitle={t('case.subtitle', { purpose: view.purpose, number: view.number, date: minute(view.receivedAt) })}
        navigationAction={
          <Link tag={NavLink} to=".." startIcon={<ArrowLeft />}>
            {t('case.back')}
          </Link>
        }
        primaryAction={<Standing view={view} />}
      />
      <Layouts.Content>
        <Body view={view} act={act} again={again} />
      </Layouts.Content>
    </Page.Main>
  );
}

function Standing({ view }: { view: CaseView }) {
  return (
    <Flex gap={2} wrap="wrap">
      <Typography fontWeight="bold">{view.agencyName ?? t('list.office')}</Typography>
      <Badge>{t(`stage.${view.stage}`)}</Badge>
      <DueBadge due={view.due} />
    </Flex>
  );
}

function Body({ view, act, again }: { view: CaseView; act: Do; again: () => void }) {
  return (
    <Grid.Root gap={6}>
      <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <LetterCard view={view} />
        <AnswerCard key={`answer-${view.number}`} view={view} act={act} />
        <PublicCard key={`public-${view.stage}`} view={view} act={act} />
        <RatingCard view={view} />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <Card title={t('case.actions')}>
          <Actions view={view} act={act} />
        </Card>
        <ContactCard view={view} looked={again} />
        <DeadlineCard view={view} />
        <TimelineCard view={view} />
      </Grid.Item>
    </Grid.Root>
  );
}

function LetterCard({ view }: { view: CaseView }) {
  const wish = view.mayPublish ? t('case.mayPublish') : t('case.keepPrivate');
  return (
    <Card title={t('case.letter')} aside={<Badge>{wish}</Badge>}>
      <Paragraphs text={view.body} />
    </Card>
  );
}
