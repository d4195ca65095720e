import { Button } from '@strapi/design-system';
import { useState } from 'react';

import { Answer, Bar, Message } from './styles.ts';

interface AskBarProps {
  label: string;
  initial: string;
  placeholder: string;
  /** Says what is wrong with an answer, or nothing. */
  refuse?: (answer: string) => string | undefined;
  onAnswer: (answer: string) => void;
  onCancel: () => void;
}

/** Asks for one line of text below the toolbar: an address, a caption. An empty answer removes. */
export function AskBar({ label, initial, placeholder, refuse, onAnswer, onCancel }: AskBarProps) {
  const [answer, setAnswer] = useState(initial);
  const [refusal, setRefusal] = useState<string>();
  const submit = () => {
    const reason = answer.trim() ? refuse?.(answer.trim()) : undefined;
    if (reason) setRefusal(reason);
    else onAnswer(answer.trim());
  };

  return (
    <Bar>
      {/* Not the design system's input: inside a field that one takes the field's own name and label. */}
      <Answer
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
      />
      <Button size="S" onClick={submit}>
        确定
      </Button>
      <Button size="S" variant="tertiary" onClick={onCancel}>
        取消
      </Button>
      {refusal && <Message role="alert">{refusal}</Message>}
    </Bar>
  );
}
