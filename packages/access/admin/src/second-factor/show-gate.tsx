import { createRoot } from 'react-dom/client';

import { Gate } from './gate.tsx';
import type { Ask } from './watch-answers.ts';

/** Lays the second factor over the page: what lies below has nothing to show before it is given. */
export function showGate(ask: Ask): void {
  const place = document.createElement('div');
  document.body.append(place);
  for (const other of document.body.children) if (other !== place && other instanceof HTMLElement) other.inert = true;
  createRoot(place).render(<Gate ask={ask} />);
}
