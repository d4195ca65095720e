import { isRedirect, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';

import { buildPages } from '../site/build-pages.ts';
import type { TemplateName, TemplateProps } from '../templates/props.ts';

let pages: Page[] | undefined;

/**
 * The props of the example page of a template, from which the style guide takes the parts it shows.
 *
 * @param end End of the address, where the first page of the template is not the one wanted.
 * @throws {Error} When there is no such page.
 */
export function exampleProps<T extends TemplateName>(template: T, end = ''): TemplateProps[T] {
  pages ??= [...buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
  const page = pages.find((one) => one.template === template && one.path.endsWith(end));
  if (!page) throw new Error(`There is no example page of ${template} at …${end}`);
  return page.props() as TemplateProps[T];
}
