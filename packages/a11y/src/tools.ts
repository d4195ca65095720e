/**
 * The tools beside a text. Its buttons stand in the HTML, hidden; each is shown when the browser can do what it says.
 * Print and share are done here; reading aloud and the size of text by the tools of 无障碍.
 */
export class Tools extends HTMLElement {
  connectedCallback(): void {
    const can: Record<string, boolean> = {
      read: 'speechSynthesis' in window,
      size: true,
      print: true,
      share: 'share' in navigator || 'clipboard' in navigator,
    };
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
      const { tool = '' } = button.dataset;
      button.hidden = !can[tool];
      if (tool === 'print') button.addEventListener('click', () => window.print());
      if (tool === 'share') button.addEventListener('click', () => void this.share(button));
    }
  }

  async share(button: HTMLButtonElement): Promise<void> {
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    if (typeof navigator.share === 'function') return navigator.share({ title: document.title, url }).catch(() => undefined);
    await navigator.clipboard.writeText(url);
    if (button.lastElementChild && this.dataset.shared) button.lastElementChild.textContent = this.dataset.shared;
  }
}
