import { useAuth, useForm, unstable_useContentManagerContext, useDocumentRBAC } from '@strapi/strapi/admin';

import { keyOf } from './draft-key.ts';
import type { Attributes } from './form-values.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import type { Form } from './use-local-copy.ts';
import { useWriting } from './use-writing.ts';
import { WritingState } from './writing-state.tsx';

interface PanelProps {
  activeTab?: string;
  model: string;
  documentId?: string;
  document?: { updatedAt?: string; locale?: string | null };
}
interface Schema {
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { portal?: object };
  attributes: Attributes;
}
const DEFAULT_LOCALE = 'zh-Hans';

/** The side panel that says what is saved, who else is here, and what happened to the stored version. */
export function WritingPanel({ activeTab, model, documentId, document }: PanelProps) {
  const { contentType, components, isCreatingEntry, layout } = unstable_useContentManagerContext() as unknown as {
    contentType?: Schema;
    components?: Record<string, { attributes: Attributes }>;
    isCreatingEntry: boolean;
    layout: unknown;
  };
  const userId = useAuth('WritingPanel', ({ user }) => user?.id);
  const mayUpdate = useDocumentRBAC('WritingPanel', ({ canUpdate }) => canUpdate);
  const mayCreate = useDocumentRBAC('WritingPanel', ({ canCreate }) => canCreate);
  if (!contentType?.pluginOptions?.portal || activeTab === 'published' || userId === undefined || !layout) return null;
  const id = isCreatingEntry ? undefined : documentId;
  if (!(id ? mayUpdate : mayCreate) || (id && !document?.updatedAt)) return null;
  const locale = document?.locale ?? new URLSearchParams(window.location.search).get('plugins[i18n][locale]') ?? DEFAULT_LOCALE;
  const identity = { userId, uid: model, documentId: id, locale };
  return {
    title: '保存和协作',
    content: <Writing key={keyOf(identity)} identity={identity} schema={contentType} components={components ?? {}} loadedAt={document?.updatedAt} />,
  };
}
WritingPanel.type = 'writing';

interface WritingProps {
  identity: { userId: number | string; uid: string; documentId: string | undefined; locale: string };
  schema: Schema;
  components: Record<string, { attributes: Attributes }>;
  loadedAt: string | undefined;
}

function Writing({ identity, schema, components, loadedAt }: WritingProps) {
  const form = useForm('Writing', (state) => state) as unknown as Form;
  const writing = useWriting({ identity, form, loadedAt, attributes: schema.attributes, components });
  return (
    <>
      <WritingState {...writing} isNew={!identity.documentId} isModified={form.modified} />
      {writing.offer && <RestoreDialog offer={writing.offer} onRestore={writing.restore} onForget={writing.forget} />}
    </>
  );
}
