import type { Drawn, Renderer } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { PlannedPage } from './plan.ts';

export type DrawResult = { kind: 'drawn'; drawn: Drawn } | { kind: 'failed'; reason: string };

/**
 * Draws one page. A template that throws stops nothing but its own page: the reason is told to the document's editors
 * in their words, with the technical part at the end for whoever they call.
 */
export async function drawPage(renderer: Renderer, { page, props, served }: PlannedPage): Promise<DrawResult> {
  const stays = served ? '线上仍是上一个版本' : '它暂时没有上线';
  try {
    const drawn = await renderer.draw({ path: page.path, template: page.template, props: props() });
    if (drawn.status < 500) return { kind: 'drawn', drawn };
    return { kind: 'failed', reason: `页面 ${page.path} 没能生成，${stays}。请联系技术人员（模板答复 ${drawn.status}）。` };
  } catch (error) {
    return { kind: 'failed', reason: `页面 ${page.path} 没能生成，${stays}。请联系技术人员（${explainError(error)}）。` };
  }
}
