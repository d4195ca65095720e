import { useIsReviewed } from '../reviewed-types.ts';
import { type Action, limitAction } from './limit-action.ts';

interface ActionProps {
  model: string;
  activeTab?: string | null;
  document?: { status?: string };
}
interface ActionComponent {
  (props: ActionProps): Action | null;
  type?: string;
  position?: unknown;
}

const PUBLISHING = ['publish', 'unpublish', 'discard'];

/**
 * Takes Strapi's buttons away that go past the review: 发布, 取消发布, 放弃修改 in the edit view, in the relation dialog
 * and for several languages at once. 保存 stays, as the second button beside the next step. What is published cannot be
 * deleted before it is withdrawn.
 */
export function limitActions(actions: ActionComponent[]): ActionComponent[] {
  return actions.map((Original) => {
    const Limited: ActionComponent = (props) => {
      const isReviewed = useIsReviewed(props.model);
      // Publishing by the keyboard is part of the action and stays behind without its button; on the tab of what is
      // published it is asleep.
      const isPublishing = PUBLISHING.includes(Original.type ?? '');
      const action = Original(isPublishing && isReviewed !== false ? { ...props, activeTab: 'published' } : props);
      if (!action || isReviewed === false) return action;
      return limitAction(action, { type: Original.type, isPublishing, isKnown: isReviewed === true, status: props.document?.status });
    };
    const { type, position } = Original;
    return Object.assign(Limited, { ...(type === undefined ? {} : { type }), ...(position === undefined ? {} : { position }) });
  });
}

interface BulkAction {
  (props: { model: string }): object | null;
  type?: string;
}

/** Takes Strapi's 发布 and 取消发布 of several documents away, which would go past the review. */
export function limitBulkActions(actions: BulkAction[]): BulkAction[] {
  return actions.map((Original) => {
    // Strapi's 发布 of several has no type.
    if (Original.type === 'delete') return Original;
    const Limited: BulkAction = (props) => {
      const isReviewed = useIsReviewed(props.model);
      const action = Original(props);
      return isReviewed === false ? action : null;
    };
    return Object.assign(Limited, Original.type === undefined ? {} : { type: Original.type });
  });
}
