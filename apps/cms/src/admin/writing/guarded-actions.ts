import { useNotification } from '@strapi/strapi/admin';

import { saySaved } from './words.ts';
import { useSaveGuard } from './save-guard.ts';

interface Action {
  onClick?: (event: unknown) => unknown;
  dialog?: object;
  [more: string]: unknown;
}
interface ActionComponent {
  (props: object): Action | null;
  type?: string;
  position?: unknown;
}

const GUARDED = ['update', 'publish'];

/**
 * Wraps Strapi's 保存 and 发布, so that they look first whether a colleague has saved in the meantime and then ask
 * before they replace that.
 */
export function guardActions(actions: ActionComponent[]): ActionComponent[] {
  return actions.map((Original) => {
    if (!Original.type || !GUARDED.includes(Original.type)) return Original;
    const Guarded: ActionComponent = (props) => {
      const action = Original(props);
      const guard = useSaveGuard();
      const { toggleNotification } = useNotification();
      if (!action || !guard) return action;
      if (guard.conflict) {
        return {
          ...action,
          onClick: () => false,
          dialog: {
            type: 'dialog',
            title: '用您的内容替换新版本？',
            content: `${saySaved(guard.conflict)}继续的话，对方改的地方会被您的内容替换。`,
            onConfirm: () => void action.onClick?.(undefined),
          },
        };
      }
      return {
        ...action,
        onClick: async (event: unknown) => {
          const conflict = await guard.findConflict();
          if (!conflict) return action.onClick?.(event);
          toggleNotification({ type: 'warning', title: '没有保存', message: saySaved(conflict), timeout: 8000 });
          // Strapi opens the dialog of an action unless its click answers so.
          return true;
        },
      };
    };
    return Object.assign(Guarded, { type: Original.type, ...(Original.position === undefined ? {} : { position: Original.position }) });
  });
}
