import { C, circle, eaves, ellipse, group, hills, line, path, person, picture, rect, repeat, ripples, sky, tree, windows } from '../shapes.mjs';

const basket = (x, y, fill) => path(`M${x - 34} ${y - 50} L${x + 34} ${y - 50} L${x + 26} ${y} L${x - 26} ${y} Z`, C.light7) + ellipse(x, y - 50, 34, 12, fill);
const strawHat = (x, y, width) => path(`M${x - width} ${y} Q${x} ${y - width * 0.8} ${x + width} ${y} Z`, C.light1);

/** The tea-oil hills at harvest: rows of low trees, fruit in baskets. */
export const teaOil = () =>
  picture(
    sky(C.main0),
    circle(240, 160, 64, C.light4),
    hills(320, 140, C.main2, 0.4, 240),
    hills(430, 110, C.main3, 1.9, 210),
    rect(0, 420, 1200, 380, C.main1),
    repeat(3, (row) =>
      repeat(9, (i) => {
        const [x, y] = [60 + i * 150 - row * 50, 500 + row * 96];
        return ellipse(x, y, 66, 44, row % 2 ? C.main6 : C.main7) + repeat(4, (k) => circle(x - 36 + k * 24, y - 14 + ((k * 17 + i * 7) % 30), 7, C.light4));
      }),
    ),
    person(420, 730, 230, { coat: C.light7, legs: C.ink7 }),
    strawHat(420, 532, 66),
    line('M446 610 L520 560', C.light7, 18),
    person(780, 744, 220, { coat: C.ink6, legs: C.ink9, hair: C.ink2 }),
    basket(520, 744, C.light4),
    basket(880, 752, C.light4),
    basket(950, 762, C.light4),
  );

/** New workshops of the shipbuilders' park, a lorry at the gate. */
export const workshops = () =>
  picture(
    sky(C.main1),
    hills(360, 90, C.main2, 0.9, 260),
    repeat(4, (i) => rect(90 + i * 260, 300, 240, 300, i % 2 ? C.paper : C.main0) + path(`M${90 + i * 260} 300 L${90 + i * 260} 220 L${330 + i * 260} 300 Z`, C.main7) + rect(130 + i * 260, 460, 110, 140, C.ink4) + windows(120 + i * 260, 340, 4, 2, { w: 34, h: 28, gapX: 14, gapY: 22, fill: C.main3, lit: [[1, 0]] })),
    rect(0, 600, 1200, 200, C.ink2),
    repeat(8, (i) => rect(20 + i * 160, 694, 90, 8, C.paper)),
    // crane
    rect(1030, 110, 22, 490, C.light4),
    line('M840 132 L1160 132 M1041 100 L860 132 M1041 100 L1150 132', C.light4, 12),
    line('M880 136 L880 300', C.ink7, 4),
    rect(846, 300, 68, 40, C.ink6),
    // lorry
    rect(180, 560, 300, 120, C.main9, 6),
    path('M480 590 L556 590 L590 636 L590 680 L480 680 Z', C.light4),
    rect(504, 602, 50, 34, C.main2, 4),
    circle(250, 688, 30, C.ink9) + circle(250, 688, 12, C.ink2) + circle(540, 688, 30, C.ink9) + circle(540, 688, 12, C.ink2),
    person(700, 720, 180, { coat: C.light4, hair: C.light4 }),
    person(760, 720, 170, { coat: C.main7, hair: C.light4 }),
  );

/** The letter house of the emigrants: an old arcade, a family reading. */
export const letterHouse = () =>
  picture(
    sky(C.light0),
    hills(300, 80, C.main1, 2.2, 260),
    rect(160, 260, 880, 420, C.paper),
    eaves(160, 262, 880, 90, C.main9),
    rect(520, 150, 160, 60, C.main9, 4),
    rect(160, 440, 880, 14, C.ink2),
    repeat(5, (i) => path(`M${196 + i * 172} 680 L${196 + i * 172} 540 Q${256 + i * 172} 470 ${316 + i * 172} 540 L${316 + i * 172} 680 Z`, i === 2 ? C.light1 : C.main2)),
    windows(214, 310, 5, 1, { w: 84, h: 92, gapX: 88, gapY: 0, fill: C.main3, lit: [[2, 0]] }),
    // letters hung up in the middle arch
    repeat(3, (i) => rect(556 + i * 32, 556, 24, 34, C.light4, 2) + line(`M${560 + i * 32} 566 h16 M${560 + i * 32} 576 h12`, C.light7, 2)),
    rect(0, 680, 1200, 120, C.ink1),
    person(420, 752, 210, { coat: C.main7, hair: C.ink2 }),
    person(500, 752, 200, { coat: C.light7, hair: C.ink9 }),
    rect(446, 606, 50, 36, C.light1, 3),
    person(570, 752, 124, { coat: C.light4, legs: C.main7 }),
    rect(760, 690, 90, 62, C.main9, 8) + line('M780 690 q25 -36 50 0', C.main9, 8),
    tree(1100, 690, 240, C.main6),
    tree(80, 690, 200, C.main3),
  );

/** Lanterns set afloat below the bridge on a summer night. */
export const lanterns = () =>
  picture(
    sky(C.main9),
    circle(960, 130, 56, C.light1),
    hills(340, 110, C.main7, 1.1, 220),
    rect(0, 380, 1200, 420, C.main7),
    path('M0 396 Q600 250 1200 396 L1200 372 Q600 220 0 372 Z', C.ink6),
    repeat(7, (i) => rect(150 + i * 150, 300 + Math.abs(i - 3) * 14, 10, 110, C.ink6)),
    ripples([440, 500, 560, 630], C.main6, 40),
    repeat(16, (i) => {
      const [x, y, size] = [60 + ((i * 401) % 1080), 430 + ((i * 61) % 210), 14 + ((i * 5) % 12)];
      return circle(x, y, size * 1.9, `${C.light4}55`) + rect(x - size, y - size, size * 2, size * 1.5, C.light4, 5) + rect(x - size * 1.2, y + size * 0.5, size * 2.4, 6, C.light7, 3);
    }),
    path('M0 700 L1200 680 L1200 800 L0 800 Z', C.ink9),
    person(240, 740, 170, { coat: C.main3, legs: C.main2 }),
    person(320, 740, 110, { coat: C.light4, legs: C.main3 }),
    person(860, 736, 175, { coat: C.ink4, legs: C.ink2, hair: C.ink2 }),
    rect(886, 632, 30, 24, C.light4, 4),
  );

/** Rape in flower below a mountain village, walkers on the field path. */
export const rapeFlowers = () =>
  picture(
    sky(C.main0),
    hills(300, 150, C.main2, 0.2, 230),
    hills(380, 90, C.main3, 1.4, 190),
    repeat(4, (i) => group(`translate(${700 + i * 110} ${330 + (i % 2) * 24})`, rect(0, 40, 84, 56, C.paper), eaves(0, 42, 84, 30, C.main9), rect(34, 62, 18, 34, C.ink6))),
    repeat(6, (row) => path(`M-40 ${430 + row * 64} Q300 ${396 + row * 64} 620 ${430 + row * 64} T1240 ${424 + row * 64} L1240 ${500 + row * 64} L-40 ${500 + row * 64} Z`, row % 2 ? C.light4 : C.light1)),
    path('M520 800 Q560 640 500 560 Q450 490 560 430 L580 430 Q490 500 550 560 Q640 640 660 800 Z', C.paper),
    repeat(60, (i) => circle((i * 197) % 1200, 450 + ((i * 83) % 340), 5, i % 3 ? C.light7 : C.paper)),
    person(590, 700, 170, { coat: C.main7 }),
    person(650, 706, 160, { coat: C.ink6, bag: C.main6 }),
    person(520, 620, 110, { coat: C.light7 }),
    circle(180, 130, 58, C.light4),
  );

const egret = (x, y, size) =>
  group(
    `translate(${x} ${y}) scale(${size})`,
    line('M-6 0 L-6 -44 M8 0 L8 -44', C.ink7, 4),
    ellipse(0, -60, 34, 18, C.paper),
    line('M26 -66 Q50 -84 36 -108 Q28 -124 44 -132', C.paper, 11),
    line('M46 -132 L74 -126', C.light4, 6),
    circle(46, -134, 2.5, C.ink9),
  );

/** Egrets on the winter flats, seen from the hide. */
export const egrets = () =>
  picture(
    sky(C.main2),
    circle(920, 190, 70, C.light1),
    hills(360, 90, C.main3, 0.7, 260),
    rect(0, 390, 1200, 260, C.main6),
    ripples([420, 470, 530, 590], C.main3, 20),
    path('M-20 560 Q300 500 640 560 T1220 540 L1220 680 L-20 680 Z', C.light1),
    egret(220, 600, 1.1) + egret(400, 640, 1.4) + egret(620, 610, 1) + egret(980, 610, 1.2),
    repeat(5, (i) => group(`translate(${260 + i * 130} ${150 + ((i * 53) % 90)}) scale(${0.8 + (i % 3) * 0.2})`, path('M-50 0 Q-24 -30 0 0 Q24 -30 50 0 Q24 -14 0 10 Q-24 -14 -50 0 Z', C.paper))),
    // the hide
    rect(700, 640, 440, 160, C.ink7),
    path('M670 640 L920 560 L1170 640 Z', C.ink9),
    rect(740, 676, 360, 46, C.light4),
    person(820, 790, 130, { coat: C.main9 }) + person(960, 790, 120, { coat: C.main7, hair: C.ink2 }),
    repeat(14, (i) => line(`M${20 + i * 46} 800 q${i % 2 ? 12 : -10} -70 ${i % 2 ? 4 : 14} -${100 + ((i * 31) % 60)}`, C.light7, 5)),
  );
