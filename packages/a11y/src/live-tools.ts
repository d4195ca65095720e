import { valueOf } from './settings.ts';

/** Starts the tools that follow the pointer and the focus, once each, when their setting asks for them. */
export async function startLiveTools(panel: Element): Promise<void> {
  if (valueOf('guide') && !document.querySelector('gov-guide')) {
    await import('./guide.define.ts');
    // Outside of what is zoomed: its places are those of the window.
    if (!document.querySelector('gov-guide')) document.documentElement.append(document.createElement('gov-guide'));
  }
  if (valueOf('subtitle') && !document.querySelector('body > gov-subtitle')) {
    await import('./subtitle.define.ts');
    const template = panel.querySelector<HTMLTemplateElement>('template[data-part=subtitle]');
    if (template && !document.querySelector('body > gov-subtitle')) document.body.append(document.importNode(template.content, true));
  }
  if (valueOf('point')) (await import('./read-pointed.ts')).startReadingPointed();
}
