import { Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useSave } from '../use-save.ts';

/** What became of a trial: nothing when it arrived. */
export interface Trial {
  problem: string | null;
}

/** Sends something by way of trial, at once. */
export function useTrial(path: string) {
  const { save, isBusy } = useSave();
  const [result, setResult] = useState<Trial>();
  const run = async () => {
    setResult(undefined);
    const answer = await save<Trial>('post', path, {}, '');
    if (answer) setResult(answer.value);
  };
  return { result, run, isRunning: isBusy };
}

/** Says how a trial went. */
export function TrialResult({ result }: { result: Trial | undefined }) {
  if (!result) return null;
  return (
    <Typography role="status" textColor={result.problem ? 'danger700' : 'success700'}>
      {result.problem ? `没有送达：${result.problem}` : '已送达，请查看。'}
    </Typography>
  );
}
