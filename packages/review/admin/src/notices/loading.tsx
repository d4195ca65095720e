import { Button, EmptyStateLayout, Loader } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { Loaded } from './use-load.ts';

/** Shows what was loaded, or that it is not there. */
export function Loading<T>({ loaded, again, children }: { loaded: Loaded<T>; again(): void; children(value: T): ReactNode }) {
  if (loaded.state === 'loading') return <Loader>正在读取…</Loader>;
  if (loaded.state === 'here') return <>{children(loaded.value)}</>;
  const action = (
    <Button variant="secondary" onClick={again}>
      再试一次
    </Button>
  );
  return <EmptyStateLayout content={loaded.message} action={action} />;
}
