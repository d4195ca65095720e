import { useForm, unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { useMemo } from 'react';

import type { Schema, SchemaOf } from '../../../server/src/checks/document.ts';
import { replaceWords } from '../../../server/src/checks/text/replace-words.ts';
import type { WaivedFinding } from '../../../server/src/checks/judge.ts';
import { useIsReviewed } from '../reviewed-types.ts';
import { FindingGroups } from './finding-groups.tsx';
import { goTo } from './go-to.ts';
import { useFindings, type FormIdentity } from './use-findings.ts';

interface PanelProps {
  activeTab?: string;
  model: string;
  documentId?: string | undefined;
  document?: { locale?: string | null } | undefined;
}
interface Form {
  values: Record<string, unknown>;
  onChange(field: string, value: unknown): void;
}
const DEFAULT_LOCALE = 'zh-Hans';

/** The side panel that says, while somebody writes, what the checks have found, and mends it. */
export function ChecksPanel({ activeTab, model, documentId, document }: PanelProps) {
  const { contentType, components, isCreatingEntry } = unstable_useContentManagerContext() as unknown as {
    contentType?: Schema & { pluginOptions?: { review?: { enabled?: boolean } } };
    components?: Record<string, Schema>;
    isCreatingEntry: boolean;
  };
  if (!contentType?.pluginOptions?.review?.enabled || activeTab === 'published') return null;
  const locale = document?.locale ?? new URLSearchParams(window.location.search).get('plugins[i18n][locale]') ?? DEFAULT_LOCALE;
  const identity = { uid: model, documentId: isCreatingEntry ? undefined : documentId, locale };
  return {
    title: '检查',
    content: <Checks key={`${model} ${identity.documentId} ${locale}`} identity={identity} contentType={contentType} components={components ?? {}} />,
  };
}
ChecksPanel.type = 'checks';

interface ChecksProps {
  identity: FormIdentity;
  contentType: Schema;
  components: Record<string, Schema>;
}

function Checks({ identity, contentType, components }: ChecksProps) {
  const form = useForm('Checks', (state) => state) as unknown as Form;
  const schemaOf = useMemo<SchemaOf>(() => (uid) => (uid === identity.uid ? contentType : components[uid]), [identity.uid, contentType, components]);
  const { document, findings, findAnew, ...more } = useFindings(identity, form.values, schemaOf);
  const isReviewed = useIsReviewed(identity.uid);
  const textOf = (field: string) => document.texts.find((text) => text.field === field);

  const mend = (shown: WaivedFinding) => {
    const { document: now, finding } = findAnew(shown);
    const text = now.texts.find(({ field }) => field === finding?.field);
    if (!text || !finding?.span || finding.fix === undefined) return;
    form.onChange(text.field, replaceWords(text.value, finding.span, finding.fix, text.isRich));
  };
  return (
    <FindingGroups
      findings={findings}
      gate={isReviewed === false ? '发布' : '送审'}
      isStored={identity.documentId !== undefined}
      onGo={(finding) => goTo(finding, textOf(finding.field))}
      onMend={mend}
      {...more}
    />
  );
}
