import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { Conflict } from './save-guard.ts';
import type { Colleague } from './use-presence.ts';
import type { Outcome } from './use-server-save.ts';
import { saySaved, sayTime } from './words.ts';

interface WritingStateProps {
  isNew: boolean;
  isModified: boolean;
  isStored: boolean;
  kept: { at: string; hadRoom: boolean } | undefined;
  outcome: Outcome | undefined;
  others: Colleague[];
  conflict: Conflict | undefined;
  lookAtTheirs: () => void;
  keepAsCopy: () => void;
  copyRefusal: string | undefined;
}

type Line = { tone: 'neutral600' | 'success600' | 'warning600' | 'danger600'; text: string; note?: string };

function describeSaving({ isNew, isModified, isStored, kept, outcome, conflict }: WritingStateProps): Line {
  const now = new Date();
  const device = kept?.hadRoom ? `${sayTime(kept.at, now)} 已存在这台电脑上` : '';
  if (kept && !kept.hadRoom) return { tone: 'danger600', text: '这台电脑存不下了', note: '浏览器的空间已满或不让用。请点“保存”。' };
  if (conflict && isModified) return { tone: 'danger600', text: '已暂停自动保存', note: device && `您的修改${device}。` };
  if (isNew) return { tone: 'neutral600', text: device || '边写边存在这台电脑上', note: '新内容要先点一次“保存”，才会存到服务器，同事才看得到。' };
  if (outcome?.kind === 'refused' && isModified && !isStored) {
    return { tone: 'warning600', text: '还没有存到服务器', note: `${outcome.reason}${device && `您的修改${device}。`}` };
  }
  if (outcome?.kind === 'unreachable' && isModified) return { tone: 'warning600', text: '连不上服务器，稍后再存', note: device && `您的修改${device}。` };
  if (outcome?.kind === 'saved' && (isStored || !isModified)) return { tone: 'success600', text: `${sayTime(outcome.at, now)} 已自动存为草稿`, note: '没有发布，门户上还是原来的样子。' };
  if (isModified) return { tone: 'neutral600', text: device || '有修改', note: '停下来几秒钟，会自动存为草稿。' };
  return { tone: 'neutral600', text: '没有要保存的修改', note: '改了会自动存为草稿，不会自动发布。' };
}

const others = ({ name, isMe, since }: Colleague) =>
  isMe ? `您在另一个窗口也打开了这一篇（${sayTime(since, new Date())} 起）` : `${name} 也在编辑（${sayTime(since, new Date())} 起）`;

/** What an editor reads about saving and colleagues. */
export function WritingState(props: WritingStateProps) {
  const { conflict, isModified } = props;
  const saving = describeSaving(props);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box role="status" aria-live="polite">
        <Typography tag="p" fontWeight="semiBold" textColor={saving.tone}>
          {saving.text}
        </Typography>
        {saving.note && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {saving.note}
          </Typography>
        )}
      </Box>
      {props.others.length > 0 && (
        <Box role="status" aria-live="polite" background="warning100" padding={3} hasRadius>
          {props.others.map((other) => (
            <Typography tag="p" key={`${other.name}${other.since}`} textColor="warning700" fontWeight="semiBold">
              {others(other)}
            </Typography>
          ))}
          <Typography tag="p" variant="pi" textColor="neutral700">
            先商量好谁来改，免得互相替换。
          </Typography>
        </Box>
      )}
      {conflict && (
        <Flex role="alert" direction="column" alignItems="stretch" gap={2} background="danger100" padding={3} hasRadius>
          <Typography tag="p" textColor="danger700" fontWeight="semiBold">
            {`${saySaved(conflict)}${isModified ? '' : '刷新后再改。'}`}
          </Typography>
          <Button size="S" variant="secondary" onClick={props.lookAtTheirs}>
            {isModified ? '看新版本（我的留着）' : '刷新'}
          </Button>
          {isModified && (
            <Button size="S" variant="tertiary" onClick={props.keepAsCopy}>
              把我的另存为一篇
            </Button>
          )}
          {props.copyRefusal && (
            <Typography tag="p" variant="pi" textColor="danger600">
              {props.copyRefusal}
            </Typography>
          )}
        </Flex>
      )}
    </Flex>
  );
}
