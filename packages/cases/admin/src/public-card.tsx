import { Field, Flex, Link, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { CaseEvent } from '../../server/src/domain/stages.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Card, Paragraphs } from './card.tsx';
import { Confirm } from './confirm.tsx';
import type { Do, Problems } from './use-cases.ts';

/** What the public reads: to be checked and edited before, to be looked at after. Nothing for who wants no publication. */
export function PublicCard({ view, act }: { view: CaseView; act: Do }) {
  if (!view.publicVersion) return null;
  if (view.can.includes('prepare')) {
    return (
      <Card title={t('case.public')}>
        <Editing view={view} version={view.publicVersion} act={act} />
      </Card>
    );
  }
  const { title, body, author } = view.publicVersion;
  return (
    <Card title={t('case.public')} aside={<Address view={view} />}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="epsilon" fontWeight="bold">
          {title}
        </Typography>
        <Paragraphs text={body} />
        <Typography textColor="neutral600">
          {t('case.author')} {author}
        </Typography>
      </Flex>
    </Card>
  );
}

function Address({ view: { path, url } }: { view: CaseView }) {
  if (url) {
    return (
      <Link href={url} isExternal>
        {path}
      </Link>
    );
  }
  return path ? <Typography textColor="neutral600">{path}</Typography> : null;
}

function Editing({ view, version, act }: { view: CaseView; version: NonNullable<CaseView['publicVersion']>; act: Do }) {
  const [title, setTitle] = useState(version.title);
  const [body, setBody] = useState(version.body);
  const [problems, setProblems] = useState<Problems>({});

  const run = async (event: CaseEvent) => {
    const found = await act(event, { title, body });
    setProblems(found ?? {});
    return found;
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral700">{t('public.explain')}</Typography>
      <Field.Root name="publicTitle" {...(problems['publicTitle'] && { error: problems['publicTitle'] })} required>
        <Field.Label>{t('public.title')}</Field.Label>
        <TextInput name="publicTitle" value={title} onChange={({ target }) => setTitle(target.value)} />
        <Field.Error />
      </Field.Root>
      <Field.Root name="publicBody" {...(problems['publicBody'] && { error: problems['publicBody'] })} required>
        <Field.Label>{t('public.body')}</Field.Label>
        <Textarea name="publicBody" rows={10} value={body} onChange={({ target }) => setBody(target.value)} style={{ minHeight: '20rem', fontSize: '1.5rem', lineHeight: 1.8 }} />
        <Field.Error />
      </Field.Root>
      {problems['answer'] && <Typography textColor="danger600">{problems['answer']}</Typography>}
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography textColor="neutral600">
          {t('case.author')} {version.author}
        </Typography>
        <Flex gap={3}>
          <Confirm label={t('public.save')} secondary fullWidth={false} onConfirm={() => run('prepare')} />
          {view.can.includes('publish') && <Confirm label={t('public.publish')} question={t('public.confirm')} fullWidth={false} onConfirm={() => run('publish')} />}
        </Flex>
      </Flex>
    </Flex>
  );
}
