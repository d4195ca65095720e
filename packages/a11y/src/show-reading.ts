/** Has every button that starts reading say whether the page is being read: it holds both words, `data-when` idle or reading. */
export function showReading(): void {
  document.addEventListener('gov-reading', async () => {
    const { isReading } = await import('./reader.ts');
    for (const word of document.querySelectorAll<HTMLElement>('[data-when]')) word.hidden = (word.dataset.when === 'reading') !== isReading();
  });
}
