// Before anything is painted: brings back the elderly mode, 繁體 and the settings; wakes the tools when they are asked for.
(function (root, path) {
  try {
    var read = () => (/(?:^|; )a11y=([^;]*)/.exec(document.cookie) || '')[1] || '';
    var kept = new URLSearchParams(read());
    // The widest domain that browsers allow, so that sub-sites share it.
    var keep = (name, value) => {
      kept = new URLSearchParams(read());
      if (value) kept.set(name, value);
      else kept.delete(name);
      var write = (domain) => read() === '' + kept || (document.cookie = 'a11y=' + kept + ';path=/;max-age=31536000;samesite=lax' + domain);
      location.hostname.split('.').reduceRight((end, label) => (write(';domain=' + label + end), '.' + label + end), '');
      write('');
    };
    var tools = (window.a11y = { keep });
    kept.forEach((value, name) => /^(mode|script)$/.test(name) || (root.dataset[name] = value));
    var at = root.dataset.mode === 'elderly' ? '/elder' : '';
    var mode = at || (kept.get('mode') === 'elderly' ? '/elder' : '');
    var script = root.lang === 'zh-CN' && kept.get('script') === 'hant' ? '/hant' : '';
    if (mode !== at || script) location.replace(mode + script + path.slice(at.length) + location.search + location.hash);
    var wake = (event) => {
      var door = document.querySelector('a[data-a11y]');
      import(door.dataset.a11y).then(
        () => tools.heed(event),
        () => event.type === 'click' && location.assign(door.href),
      );
    };
    addEventListener('click', (event) => {
      var door = event.target.closest && event.target.closest('[data-to],[data-a11y]');
      if (!door) return;
      var to = door.dataset.to;
      if (to) keep(/^han/.test(to) ? 'script' : 'mode', to);
      else if (!event.ctrlKey && !event.metaKey) event.preventDefault(wake(event));
    });
    addEventListener('keydown', (event) => event.altKey && event.shiftKey && wake(event));
    addEventListener('DOMContentLoaded', (event) => (/guide|subtitle|point/.test(kept) || document.querySelector('gov-panel')) && wake(event));
  } catch {
    // No cookies.
  }
})(document.documentElement, location.pathname);
