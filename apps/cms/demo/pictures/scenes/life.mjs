import { C, circle, ellipse, group, hills, line, path, person, picture, rect, repeat, sky, tree, windows } from '../shapes.mjs';

/** Workers repairing the heating pipes at dusk. */
export const heating = () =>
  picture(
    sky(C.main2),
    hills(400, 70, C.main1, 1.1, 280),
    ...[60, 300, 860].map((x, i) => rect(x, 180 - i * 12, 200, 320, C.main7) + windows(x + 26, 206 - i * 12, 4, 5, { w: 28, h: 28, gapX: 14, gapY: 24, fill: C.main9, lit: i === 0 ? [[1, 1]] : i === 1 ? [[2, 3]] : [[0, 2]] }) + rect(x - 8, 168 - i * 12, 216, 16, C.main9)),
    repeat(22, (i) => circle((i * 173) % 1200, (i * 89) % 470, 4 + (i % 3), C.paper)),
    rect(0, 480, 1200, 320, C.ink7),
    path('M0 480 L1200 480 L1200 520 L0 520 Z', C.ink2),
    // trench with two pipes
    path('M140 560 L1060 560 L1010 760 L190 760 Z', C.ink9),
    rect(160, 620, 880, 46, C.ink4, 20),
    rect(180, 690, 840, 46, C.main6, 20),
    repeat(7, (i) => rect(230 + i * 125, 614, 18, 58, C.ink6, 4)),
    repeat(7, (i) => rect(230 + i * 125, 684, 18, 58, C.main9, 4)),
    // welding light
    circle(612, 642, 70, C.light1),
    circle(612, 642, 30, C.light4),
    repeat(8, (i) => line(`M${612 + Math.cos(i * 0.785) * 84} ${642 + Math.sin(i * 0.785) * 64} L${612 + Math.cos(i * 0.785) * 112} ${642 + Math.sin(i * 0.785) * 86}`, C.light4, 6)),
    person(520, 650, 230, { coat: C.main3, legs: C.main9, hair: C.main9 }),
    path('M490 418 Q520 394 550 418 L550 442 L490 442 Z', C.light4),
    line('M548 520 L604 630', C.main3, 24),
    person(760, 566, 220, { coat: C.main3, legs: C.main9, hair: C.main9 }),
    path('M730 346 Q760 320 790 346 L790 366 L730 366 Z', C.light4),
    group('translate(930 470)', rect(0, 30, 110, 70, C.paper, 6), text('抢修')),
    ...[80, 1120].map((x) => path(`M${x - 26} 560 L${x} 480 L${x + 26} 560 Z`, C.light4) + rect(x - 30, 556, 60, 12, C.ink9) + rect(x - 16, 514, 32, 12, C.paper)),
  );

function text(words) {
  return `<text x="55" y="78" font-size="36" text-anchor="middle" fill="${C.main7}" font-family="Noto Sans CJK SC, sans-serif" font-weight="700">${words}</text>`;
}

/** The last bus of the night at a lit stop. */
export const nightBus = () =>
  picture(
    sky(C.main9),
    circle(980, 150, 56, C.light1),
    circle(1004, 138, 50, C.main9),
    repeat(26, (i) => circle((i * 211) % 1200, (i * 67) % 300, 2 + (i % 2), C.main3)),
    ...[0, 1, 2, 3, 4, 5].map((i) => rect(i * 210 - 20, 240 + ((i * 73) % 90), 170, 330, C.main7) + windows(i * 210 + 8, 264 + ((i * 73) % 90), 4, 5, { w: 22, h: 20, gapX: 16, gapY: 26, fill: C.main9, lit: [[i % 4, (i * 2) % 5]] })),
    rect(0, 540, 1200, 260, C.ink9),
    repeat(7, (i) => rect(i * 190 + 20, 714, 100, 10, C.ink4, 4)),
    path('M676 556 L1200 640 L1200 700 L676 584 Z', C.ink7),
    // stop
    rect(770, 300, 330, 22, C.main3, 6),
    rect(790, 322, 12, 260, C.main3),
    rect(1070, 322, 12, 260, C.main3),
    rect(812, 330, 250, 190, C.main1),
    rect(812, 330, 250, 40, C.light4),
    rect(836, 400, 90, 12, C.ink4, 4),
    rect(836, 430, 160, 12, C.ink2, 4),
    rect(836, 460, 120, 12, C.ink2, 4),
    path('M1000 400 l24 44 h-48 z', C.light4),
    person(990, 584, 200, { coat: C.paper, legs: C.ink4, hair: C.ink9 }),
    rect(966, 478, 20, 40, C.light4, 4),
    person(890, 586, 194, { coat: C.main6, legs: C.ink4, hair: C.ink7 }),
    // bus
    group(
      'translate(90 368)',
      rect(0, 0, 590, 230, C.main6, 30),
      rect(0, 150, 590, 34, C.paper),
      windows(40, 34, 6, 1, { w: 62, h: 76, gapX: 14, gapY: 0, fill: C.light1 }),
      rect(500, 34, 74, 170, C.main1, 10),
      rect(20, 8, 240, 22, C.main9, 6),
      ...[circle(130, 236, 46, C.ink9), circle(430, 236, 46, C.ink9), circle(130, 236, 18, C.ink4), circle(430, 236, 18, C.ink4)],
      ellipse(572, 198, 16, 12, C.light4),
    ),
  );

/** Grandmother and child in the nursery. */
export const nursery = () =>
  picture(
    sky(C.main1),
    rect(0, 520, 1200, 280, C.ink1),
    ...[160, 560].map((x) => rect(x, 120, 270, 270, C.paper, 12) + rect(x + 14, 134, 116, 242, C.main3) + rect(x + 142, 134, 114, 242, C.main3)),
    circle(358, 205, 34, C.light4),
    rect(0, 500, 1200, 24, C.ink2),
    // shelves
    rect(900, 190, 220, 20, C.ink6),
    rect(900, 290, 220, 20, C.ink6),
    ...[930, 990, 1050].map((x, i) => rect(x, 150, 40, 40, [C.main6, C.light4, C.main9][i], 6)),
    circle(950, 266, 24, C.main7),
    rect(1000, 250, 34, 40, C.ink4, 4),
    // rug
    ellipse(560, 660, 430, 90, C.main2),
    ellipse(560, 660, 380, 70, C.main0),
    // teacher with two children
    person(430, 660, 280, { coat: C.main7, legs: C.ink7, hair: C.ink9 }),
    line('M478 480 L560 560', C.main7, 26),
    group('translate(630 560)', rect(-40, 30, 80, 74, C.paper, 30), circle(0, 0, 36, C.light1), path('M-36 0 A36 36 0 0 1 36 -4 Q6 -30 -36 0 Z', C.ink9), circle(-12, 2, 4, C.ink9), circle(12, 2, 4, C.ink9), line('M-10 16 q10 8 20 0', C.ink9, 4)),
    group('translate(790 612)', rect(-34, 26, 70, 60, C.light4, 26), circle(0, 0, 32, C.light1), path('M-32 0 A32 32 0 0 1 32 -4 Q4 -26 -32 0 Z', C.ink7), circle(-10, 2, 4, C.ink9), circle(10, 2, 4, C.ink9)),
    ...[[700, 700, C.main6], [760, 706, C.main9], [732, 664, C.light4]].map(([x, y, fill]) => rect(x, y - 44, 44, 44, fill, 4)),
    rect(720, 610, 56, 44, C.main3, 4),
    // hanging mobile
    line('M760 0 L760 60 M700 60 L820 60 M700 60 L700 90 M820 60 L820 90', C.ink6, 5),
    circle(700, 102, 16, C.main6),
    path('M820 90 l16 26 h-32 z', C.light4),
  );

/** The clinic of a mountain village, the payment terminal on the table. */
export const clinic = () =>
  picture(
    sky(C.main0),
    hills(430, 190, C.main2, 0.9, 240),
    hills(470, 110, C.main3, 2.6, 200),
    path('M0 480 L1200 460 L1200 800 L0 800 Z', C.main1),
    // house
    rect(200, 300, 560, 340, C.paper),
    path('M160 300 L480 160 L800 300 Z', C.ink7),
    rect(160, 294, 640, 24, C.ink9, 6),
    rect(260, 380, 130, 260, C.main7),
    circle(370, 510, 8, C.light4),
    rect(450, 370, 220, 150, C.main3, 6),
    line('M560 370 L560 520 M450 445 L670 445', C.paper, 8),
    rect(470, 210, 20, 60, C.main7),
    rect(450, 230, 60, 20, C.main7),
    // table with terminal
    rect(760, 560, 230, 20, C.ink6),
    rect(780, 580, 16, 80, C.ink6),
    rect(950, 580, 16, 80, C.ink6),
    rect(800, 486, 110, 78, C.ink9, 8),
    rect(812, 498, 86, 48, C.light1, 4),
    rect(822, 508, 40, 8, C.main7, 4),
    rect(822, 524, 60, 6, C.ink4, 3),
    // doctor and patient
    person(880, 700, 250, { coat: C.paper, legs: C.ink7, hair: C.ink7 }),
    line('M868 530 Q880 560 892 530', C.main7, 6),
    person(1070, 706, 220, { coat: C.main9, hair: C.ink2 }),
    line('M1090 560 L1150 600', C.main9, 18),
    tree(110, 650, 190, C.main6),
    path('M0 740 L1200 700 L1200 800 L0 800 Z', C.main2),
    rect(200, 640, 560, 14, C.ink4),
  );

/** A charging shed with its smoke detector, in a yard. */
export const charging = () =>
  picture(
    sky(C.main0),
    rect(40, 120, 620, 400, C.ink1),
    windows(80, 160, 6, 4, { w: 50, h: 44, gapX: 48, gapY: 46, fill: C.main3, lit: [[4, 2]] }),
    rect(0, 510, 1200, 290, C.ink2),
    // shed
    path('M330 420 L1140 360 L1170 400 L330 470 Z', C.main9),
    rect(360, 448, 16, 250, C.ink7),
    rect(1100, 392, 16, 280, C.ink7),
    rect(380, 520, 740, 40, C.ink4),
    // row of sockets
    repeat(6, (i) => rect(410 + i * 118, 452, 60, 58, C.paper, 6) + circle(440 + i * 118, 478, 12, i === 2 ? C.light4 : C.main7) + rect(428 + i * 118, 496, 24, 6, C.ink4)),
    circle(760, 442, 16, C.light4),
    line('M760 460 L760 430', C.ink6, 5),
    // bikes
    repeat(4, (i) =>
      group(
        `translate(${440 + i * 165} 610)`,
        line('M0 70 m-36 0 a36 36 0 1 0 72 0 a36 36 0 1 0 -72 0 M120 70 m-36 0 a36 36 0 1 0 72 0 a36 36 0 1 0 -72 0', C.ink9, 9),
        path('M0 70 L34 6 L86 6 L120 70 Z', i % 2 ? C.main6 : C.main9),
        rect(26, -16, 60, 22, C.ink7, 10),
        line('M104 70 L96 -30 L70 -34', C.ink7, 8),
        i === 2 ? line('M40 0 q40 -60 -6 -110', C.light4, 7) : '',
      ),
    ),
    tree(1160, 520, 180, C.main6),
    person(240, 690, 200, { coat: C.main7, legs: C.ink7 }),
    line('M270 560 L340 540', C.main7, 18),
    rect(336, 520, 26, 46, C.paper, 4),
  );
