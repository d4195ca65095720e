/** The three tones of the portal: main, ink, light. Nothing else is used in a picture. */
export const C = {
  main9: '#0b2a4a', main7: '#0f4b82', main6: '#1c66a8', main3: '#9ccbf5', main2: '#c4d9ec', main1: '#e3edf6', main0: '#f3f8fc',
  ink9: '#17202a', ink7: '#3b4754', ink6: '#55616d', ink4: '#788592', ink2: '#cdd6de', ink1: '#e5eaef', ink0: '#f6f8fa',
  light7: '#8a4300', light4: '#f4b740', light1: '#ffedc6', light0: '#fff8e8', paper: '#ffffff',
};
export const WIDTH = 1200;
export const HEIGHT = 800;

export const rect = (x, y, w, h, fill, r = 0) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" rx="${r}"/>`;
export const circle = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const ellipse = (x, y, rx, ry, fill) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
export const path = (d, fill) => `<path d="${d}" fill="${fill}"/>`;
export const line = (d, stroke, width, extra = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const group = (transform, ...parts) => `<g transform="${transform}">${parts.join('')}</g>`;
export const repeat = (count, draw) => Array.from({ length: count }, (_, i) => draw(i)).join('');

/** Text in the fonts of the portal. */
export const text = (x, y, size, fill, words, { anchor = 'middle', weight = 400, serif = false } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}" font-family="${serif ? 'Noto Serif CJK SC, serif' : 'Noto Sans CJK SC, sans-serif'}">${words}</text>`;

/** Ground of the whole picture. */
export const sky = (fill) => rect(0, 0, WIDTH, HEIGHT, fill);

/** A line of hills, drawn down to the lower edge. */
export function hills(y, height, fill, phase = 0, step = 150) {
  const points = Array.from({ length: Math.ceil(WIDTH / step) + 2 }, (_, i) => [
    (i - 0.5) * step,
    y - height * (0.5 + 0.5 * Math.sin(i * 1.7 + phase)),
  ]);
  const curve = points.slice(1).map(([x, top], i) => {
    const [px, py] = points[i];
    const middle = (px + x) / 2;
    return `C${middle} ${py} ${middle} ${top} ${x} ${top}`;
  });
  return path(`M${points[0][0]} ${points[0][1]} ${curve.join(' ')} L${WIDTH + step} ${HEIGHT} L${-step} ${HEIGHT} Z`, fill);
}

/** Short strokes on water. `rows` are their heights. */
export const ripples = (rows, fill, phase = 0) =>
  rows.map((y, row) => repeat(7, (i) => rect(((i * 197 + row * 83 + phase) % 1280) - 60, y, 60 + ((i * 37 + row * 29) % 70), 4, fill, 2))).join('');

/** A round tree, its foot at (x, y). */
export const tree = (x, y, size, crown, trunk = C.ink7) =>
  rect(x - size * 0.06, y - size * 0.55, size * 0.12, size * 0.55, trunk) +
  ellipse(x, y - size * 0.85, size * 0.38, size * 0.45, crown) +
  ellipse(x - size * 0.2, y - size * 0.62, size * 0.28, size * 0.26, crown) +
  ellipse(x + size * 0.2, y - size * 0.66, size * 0.27, size * 0.28, crown);

/** A standing person seen from afar, the feet at (x, y). `bag` hangs a bag on the back. */
export function person(x, y, height, { coat = C.main7, legs = C.ink7, skin = C.light1, hair = C.ink9, bag } = {}) {
  const u = height / 10;
  return [
    rect(x - 1.1 * u, y - 4 * u, 0.95 * u, 4 * u, legs, 0.4 * u),
    rect(x + 0.15 * u, y - 4 * u, 0.95 * u, 4 * u, legs, 0.4 * u),
    bag ? rect(x - 2.3 * u, y - 7.2 * u, 1.6 * u, 2.6 * u, bag, 0.6 * u) : '',
    path(`M${x - 1.5 * u} ${y - 3.5 * u} L${x - 1.3 * u} ${y - 6.8 * u} Q${x} ${y - 8.2 * u} ${x + 1.3 * u} ${y - 6.8 * u} L${x + 1.5 * u} ${y - 3.5 * u} Z`, coat),
    circle(x, y - 8.7 * u, 1.15 * u, skin),
    path(`M${x - 1.2 * u} ${y - 8.6 * u} A${1.2 * u} ${1.2 * u} 0 0 1 ${x + 1.2 * u} ${y - 8.6 * u} Q${x} ${y - 9.5 * u} ${x - 1.2 * u} ${y - 8.6 * u} Z`, hair),
  ].join('');
}

/** A grid of windows; `lit` are the positions (column, row) where the lamp is on. */
export const windows = (x, y, columns, rows, { w, h, gapX, gapY, fill, lit = [] }) =>
  repeat(rows, (row) =>
    repeat(columns, (column) =>
      rect(x + column * (w + gapX), y + row * (h + gapY), w, h, lit.some(([c, r]) => c === column && r === row) ? C.light4 : fill, 2),
    ),
  );

/** A tiled roof with raised eaves over a wall of the width `w`. */
export const eaves = (x, y, w, rise, fill) =>
  path(`M${x - 40} ${y} Q${x - 6} ${y - 8} ${x + w * 0.18} ${y - rise} L${x + w * 0.82} ${y - rise} Q${x + w + 6} ${y - 8} ${x + w + 40} ${y} Z`, fill);

/** A street lamp, lit or not. */
export const lamp = (x, y, height, post, light) =>
  rect(x - 4, y - height, 8, height, post) + line(`M${x} ${y - height} q0 -24 40 -24`, post, 8) + ellipse(x + 52, y - height - 20, 22, 10, light);

/** The whole picture. */
export const picture = (...parts) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`;
