import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { previewPathOf, versionsPathOf } from '../identity.ts';
import { saveOpenForm } from '../open-form.ts';
import { type Identity, useLoaded } from '../reach.ts';
import { AdviceItem } from './advice-item.tsx';
import type { Shared } from './shared.ts';
import { VIEWS } from './views.ts';

interface PanelProps {
  model: string;
  documentId?: string | undefined;
  document?: { locale?: string | null } | undefined;
}

/** The side panel of the edit view that leads to the preview and to earlier versions, and shows what others advised. */
export function PreviewPanel({ model, documentId, document }: PanelProps) {
  const { contentType, isCreatingEntry } = unstable_useContentManagerContext() as unknown as {
    contentType?: { pluginOptions?: { portal?: { address?: string } } };
    isCreatingEntry: boolean;
  };
  if (!contentType?.pluginOptions?.portal || isCreatingEntry || !documentId) return null;
  const identity = { uid: model, documentId, locale: document?.locale ?? 'zh-Hans' };
  const hasPage = contentType.pluginOptions.portal.address !== undefined;
  return { title: hasPage ? '预览和历史' : '历史版本', content: <PreviewDoors key={`${documentId}:${identity.locale}`} identity={identity} hasPage={hasPage} /> };
}
PreviewPanel.type = 'preview';

function PreviewDoors({ identity, hasPage }: { identity: Identity; hasPage: boolean }) {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const [loaded] = useLoaded<Shared>(identity, hasPage ? 'previews' : undefined);
  const advice = loaded.state === 'here' ? loaded.value.advice : [];
  /** What is shown is what is stored: what was typed last is stored first. */
  const go = async (path: string) => {
    const reason = await saveOpenForm();
    if (reason) setProblem(`没有打开，因为还没有保存：${reason}`);
    else navigate(path);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {hasPage && (
        <Box>
          <Typography tag="p" paddingBottom={2}>
            预览：看发布以后的样子
          </Typography>
          <Flex gap={2} wrap="wrap">
            {VIEWS.map(({ name, label }) => (
              <Button key={name} variant="secondary" size="S" onClick={() => void go(previewPathOf(identity, name))}>
                {label}
              </Button>
            ))}
          </Flex>
        </Box>
      )}
      <Button variant="tertiary" size="S" fullWidth onClick={() => void go(versionsPathOf(identity))}>
        历史版本
      </Button>
      {problem && (
        <Typography role="alert" textColor="danger600">
          {problem}
        </Typography>
      )}
      {advice.length > 0 && (
        <Box tag="section" aria-label="外部会审意见">
          <Typography variant="sigma" textColor="neutral600" tag="h3">
            {`外部会审意见 ${advice.length} 条`}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
            {advice.slice(0, 3).map((one) => (
              <AdviceItem key={one.linkId} advice={one} />
            ))}
          </Flex>
        </Box>
      )}
    </Flex>
  );
}
