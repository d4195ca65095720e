import type { ComponentType } from 'react';

import { useIdentity } from './identity.ts';
import type { Identity } from './reach.ts';

/** A page about the document of its address; begun anew for each, so that nothing of the one before is left standing. */
export function ofDocument(Shown: ComponentType<{ identity: Identity }>) {
  return function DocumentPage() {
    const identity = useIdentity();
    return <Shown key={Object.values(identity).join(' ')} identity={identity} />;
  };
}
