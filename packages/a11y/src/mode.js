// Remembers the elderly mode and 繁體. Runs before anything is painted; everything works without it.
(function (root, store, path) {
  try {
    store = localStorage;
    path = location.pathname;
    var at = root.dataset.mode === 'elderly' ? '/elder' : '';
    var mode = at || (store.mode === 'elderly' ? '/elder' : '');
    var script = root.lang === 'zh-CN' && store.script === 'hant' ? '/hant' : '';
    if (mode !== at || script) location.replace(mode + script + path.slice(at.length) + location.search + location.hash);
    addEventListener('click', function (event) {
      var to = event.target.closest && event.target.closest('[data-to]');
      if (to) store[/^han/.test((to = to.dataset.to)) ? 'script' : 'mode'] = to;
    });
  } catch {
    // No storage.
  }
})(document.documentElement);
