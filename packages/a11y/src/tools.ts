/** Sizes of long text, as factors of the page's own. */
const SIZES = ['', '1.25', '1.5'];

/**
 * Reading aloud, text size, print and share for the text of a page. Its buttons stand in the HTML, hidden; each is shown
 * when the browser can do what it says.
 */
export class Tools extends HTMLElement {
  connectedCallback(): void {
    const can = {
      read: 'speechSynthesis' in window,
      size: true,
      print: true,
      share: 'share' in navigator || 'clipboard' in navigator,
    };
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
      const tool = button.dataset.tool as keyof typeof can;
      button.hidden = !can[tool];
      button.addEventListener('click', () => this[tool](button));
    }
  }

  print(): void {
    window.print();
  }

  size(): void {
    const { dataset } = document.documentElement;
    dataset.size = SIZES[(SIZES.indexOf(dataset.size ?? '') + 1) % SIZES.length];
  }

  async share(button: HTMLButtonElement): Promise<void> {
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    if (typeof navigator.share === 'function') return navigator.share({ title: document.title, url }).catch(() => undefined);
    await navigator.clipboard.writeText(url);
    say(button, this.dataset.shared);
  }

  read(button: HTMLButtonElement): void {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const blocks = document.querySelectorAll<HTMLElement>('h1, .read :is(h2, h3, h4, p, li, caption, tr)');
    const before = button.lastElementChild?.textContent;
    // One utterance a paragraph: long ones are cut off by several browsers.
    const parts = [...blocks].map((block) => new SpeechSynthesisUtterance(block.innerText));
    for (const part of parts) {
      part.lang = 'zh-CN';
      part.rate = 0.9;
      speechSynthesis.speak(part);
    }
    say(button, this.dataset.stop);
    parts.at(-1)?.addEventListener('end', () => say(button, before));
    parts[0]?.addEventListener('error', () => say(button, before));
  }
}

function say(button: HTMLButtonElement, text: string | null | undefined): void {
  if (button.lastElementChild && text) button.lastElementChild.textContent = text;
}
