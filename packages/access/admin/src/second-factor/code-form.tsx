import { Button, Field, Flex } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';

import { Refused } from './watch-answers.ts';

interface Props {
  label: string;
  hint?: string;
  button: string;
  isRecovery?: boolean;
  /** Sends the code. Whatever it throws is shown. */
  onSend(code: string): Promise<void>;
}

/** A code, and what was wrong with the one before. */
export function CodeForm({ label, hint, button, isRecovery = false, onSend }: Props) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim()) return setProblem('请输入验证码');
    setBusy(true);
    setProblem(undefined);
    try {
      await onSend(code);
    } catch (error) {
      setProblem(error instanceof Refused || error instanceof Error ? error.message : '没有成功，请再试一次');
      setCode('');
    }
    return setBusy(false);
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="code" {...(problem ? { error: problem } : {})} {...(hint ? { hint } : {})}>
          <Field.Label>{label}</Field.Label>
          <Field.Input
            value={code}
            autoFocus
            autoComplete="one-time-code"
            inputMode={isRecovery ? 'text' : 'numeric'}
            maxLength={isRecovery ? 20 : 7}
            onChange={({ target }: { target: { value: string } }) => setCode(target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Button type="submit" size="L" fullWidth loading={isBusy}>
          {button}
        </Button>
      </Flex>
    </form>
  );
}
