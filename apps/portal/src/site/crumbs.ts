import { t } from '../strings/index.ts';
import type { Chrome } from './frame.ts';
import type { Crumb } from './page.ts';

/** The way to the forms of the letter box, which stand in no column themselves. */
export function lettersCrumbs({ lettersPath }: Chrome): Crumb[] {
  return lettersPath ? [{ title: t('letter.box'), path: lettersPath }] : [];
}
