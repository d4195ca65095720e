// Remembers the elderly mode. Runs before anything is painted; everything works without it.
(function (root, store) {
  try {
    store = localStorage;
    var standard = root.dataset.mode === 'standard';
    if (standard && store.mode === 'elderly') location.replace('/elder' + location.pathname + location.search + location.hash);
    addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('[data-to]');
      if (link) store.mode = link.dataset.to;
    });
  } catch {
    // No storage.
  }
})(document.documentElement);
