import { Flex, Link, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext } from '@strapi/strapi/admin';

import { type Description, describeState } from './describe-state.ts';
import { useDocumentState } from './use-document-state.ts';

interface PanelProps {
  model: string;
  documentId?: string | undefined;
  document?: { locale?: string | null } | undefined;
}

const COLOURS = {
  neutral: 'neutral600',
  busy: 'primary600',
  good: 'success600',
  bad: 'danger600',
} as const satisfies Record<Description['tone'], string>;

/** The side panel of the edit view that says whether visitors see the document yet. */
export function PublicationPanel({ model, documentId, document }: PanelProps) {
  const { contentType } = unstable_useContentManagerContext() as {
    contentType?: { pluginOptions?: { portal?: object } };
  };
  if (!documentId || !contentType?.pluginOptions?.portal) return null;
  return {
    title: '上线情况',
    content: <PublicationState uid={model} documentId={documentId} locale={document?.locale ?? undefined} />,
  };
}
PublicationPanel.type = 'publication-state';

function PublicationState({
  uid,
  documentId,
  locale,
}: {
  uid: string;
  documentId: string;
  locale: string | undefined;
}) {
  const state = useDocumentState(uid, documentId, locale);
  if (!state) return <Typography textColor="neutral600">正在查询…</Typography>;

  const { tone, text, note, link } = describeState(state, new Date());
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" role="status" aria-live="polite">
      <Typography fontWeight="semiBold" textColor={COLOURS[tone]}>
        {text}
      </Typography>
      {note && <Typography textColor="neutral600">{note}</Typography>}
      {link && (
        <Link href={link.url} isExternal>
          {link.label}
        </Link>
      )}
    </Flex>
  );
}
