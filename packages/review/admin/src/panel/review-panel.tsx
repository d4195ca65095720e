import { unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';

import { listFieldLabels } from '../fields/field-labels.ts';
import { useIsReviewed } from '../reviewed-types.ts';
import { ReviewState } from './review-state.tsx';

interface PanelProps {
  model: string;
  documentId?: string | undefined;
  document?: { locale?: string | null; updatedAt?: string } | undefined;
}
type Layout = Parameters<typeof listFieldLabels>[0];
const DEFAULT_LOCALE = 'zh-Hans';

/** The side panel of the edit view that says where the document stands, and offers the next step. */
export function ReviewPanel({ model, documentId, document }: PanelProps) {
  const { isCreatingEntry, layout } = unstable_useContentManagerContext() as unknown as {
    isCreatingEntry: boolean;
    layout?: { edit?: { layout?: Layout } };
  };
  const isReviewed = useIsReviewed(model);
  if (!isReviewed) return null;
  if (isCreatingEntry || !documentId) return { title: '审核', content: <Typography textColor="neutral600">先点一次“保存”，就可以送审。</Typography> };
  if (!document?.updatedAt) return null;
  const locale = document.locale ?? DEFAULT_LOCALE;
  const fields = listFieldLabels(layout?.edit?.layout);
  const key = `${model}:${documentId}:${locale}`;
  return { title: '审核', content: <ReviewState key={key} document={{ uid: model, documentId, locale }} version={document.updatedAt} fields={fields} /> };
}
ReviewPanel.type = 'review';
