import { C, circle, ellipse, group, hills, lamp, line, path, person, picture, rect, repeat, ripples, sky, tree, windows } from '../shapes.mjs';

const TOWERS = [360, 840];
const DECK = 452;

/** Height of the bridge's cable at `x`: it hangs between the towers and falls to the deck on both sides. */
function cable(x) {
  const [left, right] = TOWERS;
  if (x < left) return DECK - 232 * (x / left) ** 2;
  if (x > right) return DECK - 232 * ((1200 - x) / (1200 - right)) ** 2;
  const across = (x - (left + right) / 2) / ((right - left) / 2);
  return DECK - 32 - 200 * across ** 2;
}

/** The bridge over the bend of the river, an egret in front. */
export const riverBridge = () =>
  picture(
    sky(C.main1),
    circle(890, 250, 74, C.light4),
    hills(430, 170, C.main2, 0.4, 210),
    hills(470, 90, C.main3, 2.1, 170),
    rect(0, 470, 1200, 330, C.main6),
    ripples([500, 540, 690, 735, 770], C.main3),
    rect(0, 452, 1200, 26, C.ink9),
    repeat(12, (i) => rect(i * 105 + 20, 430, 6, 24, C.ink7)),
    line(repeat(61, (i) => `${i ? 'L' : 'M'}${i * 20} ${cable(i * 20).toFixed(1)} `), C.main9, 9),
    repeat(29, (i) => line(`M${40 + i * 40} ${DECK} L${40 + i * 40} ${cable(40 + i * 40).toFixed(1)}`, C.main9, 3)),
    rect(344, 200, 32, 380, C.main9),
    rect(824, 200, 32, 380, C.main9),
    rect(330, 560, 60, 40, C.main9),
    rect(810, 560, 60, 40, C.main9),
    path('M0 800 L0 700 Q200 660 420 730 Q520 765 560 800 Z', C.main9),
    repeat(9, (i) => line(`M${30 + i * 42} 780 q${-8 + i * 3} -60 ${10 - i * 2} -${90 + (i % 3) * 24}`, C.main7, 5)),
    // the egret
    group(
      'translate(300 560)',
      path('M0 90 Q-10 40 40 30 Q100 24 120 60 Q70 92 30 96 Z', C.paper),
      line('M22 50 Q-24 30 0 -10 Q16 -30 2 -46', C.paper, 13),
      circle(2, -48, 13, C.paper),
      path('M12 -54 L58 -44 L12 -42 Z', C.light7),
      line('M44 92 L40 170 M66 92 L70 170', C.ink9, 5),
      circle(4, -51, 3, C.ink9),
    ),
  );

/** The electric ferry between the old stone steps and the other bank. */
export const ferry = () =>
  picture(
    sky(C.main0),
    hills(400, 130, C.main2, 1.2, 240),
    rect(0, 380, 1200, 60, C.main3),
    repeat(11, (i) => rect(20 + i * 110, 330 - ((i * 53) % 60), 70, 60 + ((i * 53) % 60), i % 2 ? C.main2 : C.ink2)),
    repeat(11, (i) => windows(34 + i * 110, 345 - ((i * 53) % 60), 2, 2, { w: 14, h: 12, gapX: 12, gapY: 12, fill: C.paper })),
    rect(0, 390, 1200, 410, C.main6),
    ripples([420, 460, 640, 690, 740, 780], C.main3, 120),
    // ferry
    path('M250 520 L950 520 Q930 620 860 640 L340 640 Q270 620 250 520 Z', C.paper),
    path('M262 560 L938 560 Q930 585 920 600 L280 600 Q268 585 262 560 Z', C.main7),
    rect(330, 420, 500, 100, C.ink1, 10),
    windows(356, 444, 7, 1, { w: 48, h: 48, gapX: 18, gapY: 0, fill: C.main3, lit: [[5, 0]] }),
    rect(310, 400, 560, 24, C.main9, 8),
    rect(846, 350, 90, 170, C.ink1, 8),
    rect(862, 372, 60, 52, C.main3, 4),
    line('M900 350 L900 262', C.ink7, 8),
    path('M904 264 L964 282 L904 304 Z', C.light4),
    person(420, 524, 84, { coat: C.main9 }),
    person(500, 524, 78, { coat: C.ink6 }),
    group('translate(560 478)', circle(0, 30, 18, 'none') + line('M0 30 m-18 0 a18 18 0 1 0 36 0 a18 18 0 1 0 -36 0 M50 30 m-18 0 a18 18 0 1 0 36 0 a18 18 0 1 0 -36 0 M0 30 L16 4 L42 4 L50 30 M16 4 L28 30 L42 4', C.ink9, 5)),
    line('M240 640 q60 22 120 0 t120 0 t120 0 t120 0 t120 0 t120 0', C.paper, 6),
    // steps of the old landing
    repeat(6, (i) => rect(0, 660 + i * 24, 200 - i * 14 + i * 42, 24, i % 2 ? C.ink4 : C.ink6)),
    lamp(90, 662, 190, C.ink9, C.light1),
  );

/** A water gauge on the dike at high water. */
export const floodGauge = () =>
  picture(
    sky(C.ink1),
    repeat(26, (i) => line(`M${(i * 97) % 1200} ${(i * 61) % 360} l-14 46`, C.ink2, 4)),
    hills(400, 120, C.main2, 0.2, 230),
    hills(430, 70, C.ink2, 3, 190),
    rect(0, 430, 760, 370, C.main6),
    ripples([460, 500, 548, 600, 660, 720, 770], C.main3, 60),
    // dike
    path('M700 800 L700 470 L840 350 L1200 350 L1200 800 Z', C.ink6),
    path('M840 350 L1200 350 L1200 384 L800 384 Z', C.ink4),
    repeat(7, (i) => line(`M${720 + i * 8} ${500 + i * 46} L1200 ${500 + i * 46}`, C.ink7, 3)),
    // gauge
    rect(560, 250, 70, 470, C.paper, 4),
    repeat(9, (i) => rect(560, 270 + i * 50, i % 2 ? 30 : 46, 10, C.main7)),
    repeat(4, (i) => rect(604, 300 + i * 100, 26, 30, C.main7)),
    rect(544, 438, 102, 12, C.light4),
    rect(575, 190, 40, 60, C.ink7, 6),
    circle(595, 182, 16, C.light4),
    line('M595 166 L595 120 M570 134 L595 112 L620 134', C.ink7, 6),
    // watchman
    person(930, 352, 190, { coat: C.main7, legs: C.ink9, hair: C.main9 }),
    path('M880 176 Q930 130 980 176 Z', C.main9),
    line('M950 250 L1010 300', C.main7, 22),
    rect(1000, 290, 54, 70, C.paper, 4),
    repeat(3, (i) => rect(1008, 304 + i * 16, 36, 5, C.ink4)),
    tree(1110, 352, 200, C.main9, C.ink9),
  );

/** Lotus pond at harvest: the boat that floats the roots up. */
export const lotus = () =>
  picture(
    sky(C.main0),
    circle(240, 190, 64, C.light4),
    hills(340, 90, C.main2, 1.4, 260),
    rect(0, 330, 1200, 470, C.main3),
    rect(0, 330, 1200, 90, C.main2),
    repeat(10, (i) => ellipse(60 + i * 120, 404 + (i % 3) * 14, 54, 15, C.main6)),
    repeat(5, (i) => line(`M${90 + i * 240} ${410 + (i % 2) * 10} q-8 -50 0 -${70 + (i % 2) * 30}`, C.main7, 5)),
    repeat(5, (i) => group(`translate(${90 + i * 240} ${344 - (i % 2) * 20})`, path('M0 0 Q-26 -22 -8 -52 Q0 -40 0 -20 Q0 -40 8 -52 Q26 -22 0 0 Z', i === 3 ? C.light1 : C.paper) + path('M0 0 Q-40 -12 -34 -36 Q-12 -30 0 0 Q12 -30 34 -36 Q40 -12 0 0 Z', i === 3 ? C.light1 : C.main0))),
    ripples([500, 610, 720], C.main2, 40),
    // boat with pump
    path('M330 560 L850 560 Q842 640 800 650 L380 650 Q338 640 330 560 Z', C.ink7),
    rect(330, 548, 520, 22, C.ink9, 6),
    rect(430, 470, 110, 80, C.main7, 8),
    rect(448, 488, 74, 26, C.main3, 4),
    circle(590, 520, 30, C.ink4),
    circle(590, 520, 12, C.ink9),
    line('M620 520 Q760 480 880 560 T1040 680', C.ink9, 14),
    person(710, 552, 170, { coat: C.main9, legs: C.ink9, hair: C.light7 }),
    path('M646 398 Q710 350 774 398 Z', C.light1),
    line('M735 470 L800 540', C.main9, 18),
    // roots floating
    repeat(6, (i) => group(`translate(${910 + (i % 3) * 92} ${596 + Math.floor(i / 3) * 74}) rotate(${-14 + i * 6})`, ellipse(0, 0, 32, 15, C.light1) + ellipse(52, 2, 28, 14, C.light0) + rect(20, -5, 14, 10, C.light7, 4))),
    repeat(5, (i) => ellipse(70 + i * 210, 745 + (i % 2) * 22, 92, 22, C.main6)),
    repeat(5, (i) => line(`M${70 + i * 210} ${745 + (i % 2) * 22} l-46 -10 M${70 + i * 210} ${745 + (i % 2) * 22} l48 -8`, C.main7, 4)),
  );
