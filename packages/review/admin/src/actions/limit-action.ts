/** A button of Strapi's edit view or lists. */
export interface Action {
  disabled?: boolean;
  label?: string;
  position?: string | string[];
  [more: string]: unknown;
}

interface Limits {
  type: string | undefined;
  isPublishing: boolean;
  isKnown: boolean;
  status: string | undefined;
}

/** An action as it may be offered for a reviewed document. Until it is known whether it is one, nothing is offered that publishes. */
export function limitAction(action: Action, { type, isPublishing, isKnown, status }: Limits): Action | null {
  if (isPublishing) return null;
  if (!isKnown) return action;
  const places = [action.position].flat();
  // Strapi's actions for several languages have no type.
  if (places.includes('panel') && type !== 'update') return null;
  if (type === 'update') return { ...action, variant: 'secondary' };
  const isLive = status === 'published' || status === 'modified';
  if (type === 'delete' && isLive) return { ...action, disabled: true, label: '删除（要先撤下）' };
  return action;
}
