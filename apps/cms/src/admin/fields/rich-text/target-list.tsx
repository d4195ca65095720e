import { Typography } from '@strapi/design-system';

import { Choice, Choices } from './styles.ts';
import type { Target } from './use-targets.ts';

interface TargetListProps {
  targets: Target[] | undefined;
  isSearching: boolean;
  onChoose: (target: Target) => void;
}

/** Documents a link may lead to, as buttons. */
export function TargetList({ targets, isSearching, onChoose }: TargetListProps) {
  if (!targets || targets.length === 0) {
    return (
      <Typography textColor="neutral600" role="status">
        {isSearching ? '正在找…' : targets ? '没有找到。换个词，或者看看那篇内容发布了没有。' : '输入标题里的几个字。'}
      </Typography>
    );
  }
  return (
    <Choices aria-label="找到的内容">
      {targets.map((target) => (
        <li key={target.ref}>
          <Choice type="button" onClick={() => onChoose(target)}>
            <span>{target.title}</span>
            <small>{`${target.kind} · ${target.path}`}</small>
          </Choice>
        </li>
      ))}
    </Choices>
  );
}
