import { Box, Field, Textarea, VisuallyHidden } from '@strapi/design-system';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';

import type { Colleague } from '../../../server/src/remarks/remark.ts';
import { findColleagues, findTyping, insertMention, type Typing } from './mention.ts';

const Option = styled.li<{ $isActive: boolean }>`
  padding: 0.6rem 1rem;
  cursor: pointer;
  border-radius: 0.4rem;
  font-size: 1.4rem;
  background: ${({ theme, $isActive }) => ($isActive ? theme.colors.primary100 : 'transparent')};
  color: ${({ theme }) => theme.colors.neutral800};
  small {
    color: ${({ theme }) => theme.colors.neutral600};
    margin-inline-start: 0.8rem;
  }
`;

interface MentionTextareaProps {
  label: string;
  value: string;
  colleagues: readonly Colleague[];
  problem: string | undefined;
  onChange: (text: string) => void;
}

/** A text in which an @ offers colleagues: up and down choose, Enter takes, Escape closes. */
export function MentionTextarea({ label, value, colleagues, problem, onChange }: MentionTextareaProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [typing, setTyping] = useState<Typing>();
  const [active, setActive] = useState(0);
  const found = typing ? findColleagues(colleagues, typing) : [];
  const look = () => {
    const element = input.current;
    if (!element) return;
    setTyping(findTyping(element.value, element.selectionStart));
    setActive(0);
  };
  const take = (colleague: Colleague) => {
    if (!typing) return;
    const { text, cursor } = insertMention(value, typing, colleague);
    onChange(text);
    setTyping(undefined);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(cursor, cursor);
    });
  };
  const choose = (event: KeyboardEvent) => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(found[active]!);
    else if (event.key === 'Escape') setTyping(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field.Root name="remark" {...(problem ? { error: problem } : {})} hint="输入 @ 可以提到同事，对方会收到通知">
      <Field.Label>{label}</Field.Label>
      <Box position="relative">
        <Textarea
          ref={input}
          value={value}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
          onChange={({ target }) => {
            onChange(target.value);
            look();
          }}
          onKeyDown={choose}
          onClick={look}
          onBlur={() => setTimeout(() => setTyping(undefined), 200)}
        />
        {found.length > 0 && (
          <Box tag="ul" id={id} role="listbox" aria-label="同事" background="neutral0" shadow="filterShadow" hasRadius padding={1} position="absolute" zIndex={5} width="100%" style={{ top: '100%', left: 0 }}>
            {found.map((one, index) => (
              <Option key={one.id} id={`${id}-${index}`} role="option" aria-selected={index === active} $isActive={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => take(one)}>
                {one.name}
                <small>{one.roles.join('、')}</small>
              </Option>
            ))}
          </Box>
        )}
        <VisuallyHidden role="status">{found.length > 0 ? `${found.length} 位同事，用上下键选择` : ''}</VisuallyHidden>
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
