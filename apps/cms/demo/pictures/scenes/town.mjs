import { C, circle, eaves, ellipse, group, hills, line, path, person, picture, rect, repeat, sky, tree, windows } from '../shapes.mjs';

/** An old block of flats with its new glass lift. */
export const lift = () =>
  picture(
    sky(C.main0),
    hills(620, 120, C.main1, 0.8, 260),
    rect(0, 640, 1200, 160, C.ink2),
    rect(150, 130, 640, 520, C.ink1),
    rect(150, 110, 640, 26, C.ink4),
    repeat(6, (row) => rect(150, 216 + row * 84, 640, 6, C.ink2)),
    windows(184, 150, 5, 6, { w: 62, h: 46, gapX: 62, gapY: 38, fill: C.main3, lit: [[3, 4]] }),
    repeat(5, (i) => rect(178 + i * 124, 204, 74, 10, C.ink4)),
    repeat(5, (i) => rect(178 + i * 124, 372, 74, 10, C.ink4)),
    // shaft
    rect(800, 90, 150, 560, C.main2),
    line('M800 90 L800 650 M950 90 L950 650 M875 90 L875 650', C.main7, 8),
    repeat(7, (i) => line(`M800 ${100 + i * 84} L950 ${100 + i * 84}`, C.main7, 6)),
    rect(812, 272, 126, 150, C.light1, 6),
    rect(812, 262, 126, 14, C.main9, 4),
    person(858, 420, 120, { coat: C.main7, hair: C.ink2 }),
    person(902, 420, 76, { coat: C.light4, legs: C.main9 }),
    rect(780, 70, 190, 22, C.main9, 4),
    rect(818, 572, 114, 78, C.main6),
    line('M875 572 L875 650', C.main9, 4),
    rect(946, 600, 26, 26, C.ink9, 4),
    circle(959, 613, 5, C.light4),
    repeat(6, (i) => rect(778, 188 + i * 84, 26, 46, C.ink2)),
    // yard
    rect(0, 650, 1200, 150, C.ink2),
    path('M0 720 L1200 690 L1200 800 L0 800 Z', C.main1),
    tree(1080, 660, 240, C.main6),
    tree(70, 664, 170, C.main3, C.ink4),
    person(640, 700, 150, { coat: C.ink6, hair: C.ink2 }),
    line('M662 630 L694 700', C.ink9, 7),
    person(560, 706, 156, { coat: C.main9 }),
    rect(1000, 668, 120, 10, C.ink7),
    rect(1010, 678, 10, 30, C.ink7),
    rect(1098, 678, 10, 30, C.ink7),
  );

/** The narrow lane with its old roofs and a lamp at the door. */
export const oldLane = () =>
  picture(
    sky(C.main1),
    hills(330, 110, C.main2, 2.2, 260),
    path('M0 800 L0 210 L470 330 L470 800 Z', C.paper),
    path('M1200 800 L1200 160 L740 320 L740 800 Z', C.ink1),
    path('M470 330 L-40 200 L-40 160 L500 316 Z', C.ink9),
    path('M740 320 L1240 150 L1240 108 L706 304 Z', C.ink9),
    // far house
    rect(500, 360, 210, 170, C.ink1),
    eaves(500, 366, 210, 54, C.ink7),
    rect(574, 420, 62, 110, C.main9),
    windows(514, 398, 1, 1, { w: 38, h: 38, gapX: 0, gapY: 0, fill: C.main3 }),
    windows(656, 398, 1, 1, { w: 38, h: 38, gapX: 0, gapY: 0, fill: C.main3 }),
    // paving
    path('M470 530 L740 530 L1200 800 L0 800 Z', C.ink2),
    repeat(7, (i) => line(`M${470 - i * i * 10} ${536 + i * i * 5.6} L${740 + i * i * 10} ${536 + i * i * 5.6}`, C.ink4, 3)),
    repeat(5, (i) => line(`M${520 + i * 44} 532 L${60 + i * 270} 800`, C.ink4, 3)),
    // doors and windows on the left
    path('M70 470 L70 786 L210 740 L210 484 Z', C.main9),
    path('M140 476 L140 766 L146 764 L146 477 Z', C.main7),
    path('M270 470 L270 610 L350 596 L350 478 Z', C.main7),
    line('M310 474 L310 603 M270 540 L350 536', C.paper, 6),
    // shop on the right
    path('M820 420 L820 640 L960 708 L960 410 Z', C.ink6),
    repeat(5, (i) => line(`M${836 + i * 28} 416 L${836 + i * 28} ${650 + i * 13}`, C.ink7, 4)),
    path('M1020 420 L1020 560 L1120 590 L1120 412 Z', C.main7),
    line('M1070 416 L1070 575 M1020 490 L1120 500', C.ink1, 6),
    path('M780 360 L1000 330 L1000 378 L780 402 Z', C.main9),
    // the lamp
    line('M236 420 L236 372 L262 360', C.ink9, 6),
    path('M218 420 h36 v52 h-36 z', C.light4),
    rect(214, 412, 44, 10, C.ink9),
    rect(214, 470, 44, 10, C.ink9),
    // people
    person(560, 640, 140, { coat: C.main7, hair: C.ink2 }),
    person(630, 636, 100, { coat: C.ink6, bag: C.light4 }),
    // cat
    group('translate(720 660)', path('M0 24 Q4 -4 34 0 Q56 2 56 24 Z', C.ink9) + circle(4, 4, 13, C.ink9) + path('M-6 -6 L-4 -20 L4 -8 Z M6 -8 L14 -18 L16 -4 Z', C.ink9) + line('M56 20 q18 -4 16 -26', C.ink9, 6)),
  );

/** The new station quarter: school and bus station before the houses. */
export const station = () =>
  picture(
    sky(C.main0),
    hills(440, 100, C.main1, 0.6, 300),
    // cranes
    line('M220 470 L220 120 M160 150 L420 150 M220 120 L300 150 M390 150 L390 230', C.ink4, 9),
    rect(372, 230, 36, 30, C.ink6),
    line('M1010 470 L1010 190 M860 212 L1070 212 M1010 190 L930 212 M890 212 L890 290', C.ink2, 8),
    // station roof
    path('M380 430 Q600 250 820 430 Z', C.main7),
    path('M430 430 Q600 300 770 430 Z', C.main3),
    repeat(7, (i) => rect(430 + i * 54, 400, 8, 70, C.main9)),
    rect(360, 428, 480, 14, C.main9),
    // school
    rect(70, 380, 280, 150, C.paper),
    rect(70, 366, 280, 18, C.main9),
    windows(94, 402, 5, 3, { w: 32, h: 22, gapX: 20, gapY: 18, fill: C.main3, lit: [[3, 1]] }),
    line('M210 366 L210 300', C.ink7, 7),
    path('M214 302 L266 316 L214 332 Z', C.light4),
    // homes still to come
    repeat(3, (i) => rect(890 + i * 100, 340 - i * 34, 74, 190 + i * 34, C.ink1) + windows(902 + i * 100, 362 - i * 34, 2, 5, { w: 18, h: 16, gapX: 14, gapY: 18, fill: C.ink2 })),
    rect(0, 528, 1200, 272, C.ink2),
    rect(0, 600, 1200, 120, C.ink6),
    repeat(8, (i) => rect(i * 160 + 30, 654, 86, 10, C.paper, 4)),
    // bus station
    rect(400, 500, 430, 18, C.main9, 4),
    repeat(4, (i) => rect(430 + i * 125, 518, 12, 70, C.main9)),
    // buses
    ...[460, 700].map((x, i) =>
      group(`translate(${x} 548)`, rect(0, 0, 190, 84, i ? C.main6 : C.main7, 12), windows(16, 14, 5, 1, { w: 26, h: 26, gapX: 8, gapY: 0, fill: C.main1 }), rect(0, 52, 190, 10, C.paper), circle(42, 88, 18, C.ink9), circle(150, 88, 18, C.ink9), circle(42, 88, 7, C.ink2), circle(150, 88, 7, C.ink2)),
    ),
    tree(120, 600, 120, C.main6),
    tree(40, 606, 90, C.main3, C.ink4),
    person(360, 636, 110, { coat: C.main9, bag: C.main3 }),
    person(300, 640, 80, { coat: C.light4, bag: C.main7 }),
    rect(0, 720, 1200, 80, C.ink1),
  );

/** Children on the wide crossing with the warden. */
export const schoolCrossing = () =>
  picture(
    sky(C.main0),
    hills(330, 90, C.main1, 1.6, 260),
    // school
    rect(80, 150, 520, 260, C.paper),
    rect(80, 134, 520, 20, C.main9),
    windows(116, 180, 6, 3, { w: 52, h: 40, gapX: 24, gapY: 30, fill: C.main3, lit: [[4, 1]] }),
    rect(292, 330, 96, 80, C.main7),
    rect(620, 260, 14, 150, C.ink7),
    circle(627, 240, 34, C.paper) ,
    line('M627 240 m-34 0 a34 34 0 1 0 68 0 a34 34 0 1 0 -68 0', C.main7, 9),
    person(619, 260, 34, { coat: C.main7, legs: C.main7, hair: C.main7, skin: C.main7 }),
    person(638, 260, 26, { coat: C.main7, legs: C.main7, hair: C.main7, skin: C.main7 }),
    repeat(9, (i) => rect(690 + i * 58, 330, 10, 84, C.ink6)),
    line('M690 344 L1160 344 M690 396 L1160 396', C.ink6, 8),
    tree(760, 414, 210, C.main6),
    tree(1080, 414, 240, C.main3, C.ink4),
    rect(0, 410, 1200, 60, C.ink2),
    rect(0, 470, 1200, 330, C.ink7),
    repeat(9, (i) => path(`M${40 + i * 130} 800 L${120 + i * 130} 800 L${128 + i * 118} 480 L${66 + i * 118} 480 Z`, C.paper)),
    repeat(9, (i) => circle(92 + i * 128, 486, 8, C.light4)),
    // children
    person(360, 690, 170, { coat: C.main7, bag: C.light4 }),
    person(470, 708, 190, { coat: C.main9, bag: C.main3 }),
    person(580, 690, 168, { coat: C.ink6, bag: C.main7 }),
    person(700, 700, 250, { coat: C.main6, legs: C.ink9, hair: C.ink9 }),
    line('M660 560 L580 600', C.main6, 20),
    // warden with flag
    person(960, 690, 300, { coat: C.light4, legs: C.main9, hair: C.main9 }),
    line('M930 520 L846 470', C.light4, 24),
    line('M840 474 L840 330', C.ink7, 8),
    path('M836 334 L748 360 L836 396 Z', C.main7),
  );

/** The plane trees of the west bank, the trench dug by hand around them. */
export const planeTrees = () =>
  picture(
    sky(C.main0),
    hills(380, 60, C.main1, 1, 240),
    ...[130, 400, 700, 1010].map((x, i) =>
      group(
        `translate(${x} 0)`,
        rect(-24, 330, 48, 260, C.ink6),
        rect(-14, 380, 14, 30, C.ink2, 7),
        rect(4, 460, 14, 26, C.ink2, 7),
        line('M0 350 q-80 -60 -110 -120 M0 350 q80 -70 110 -130', C.ink6, 16),
        ellipse(0, 180, 150, 110, i % 2 ? C.main6 : C.main7),
        ellipse(-96, 240, 84, 62, i % 2 ? C.main6 : C.main7),
        ellipse(96, 232, 84, 62, i % 2 ? C.main6 : C.main7),
        ellipse(-40, 140, 70, 44, i % 2 ? C.main3 : C.main6),
      ),
    ),
    rect(0, 580, 1200, 220, C.ink2),
    rect(0, 620, 1200, 90, C.ink1),
    // protecting fence round the trunks
    ...[130, 400, 700, 1010].map((x) => group(`translate(${x} 560)`, repeat(5, (i) => rect(-72 + i * 34, 0, 10, 70, C.main9)) + line('M-72 20 L72 20 M-72 52 L72 52', C.main9, 6))),
    path('M450 690 L900 690 L870 744 L480 744 Z', C.ink9),
    path('M860 700 Q920 620 990 700 Z', C.ink6),
    path('M930 704 Q990 640 1050 704 Z', C.ink4),
    person(580, 690, 170, { coat: C.light4, legs: C.main9, hair: C.main9 }),
    line('M604 620 L660 690', C.light4, 18),
    line('M648 650 L690 740', C.ink9, 8),
    path('M684 730 L712 762 L672 762 Z', C.ink4),
    person(760, 686, 160, { coat: C.main6, legs: C.ink9 }),
    // tag on the tree
    rect(386, 470, 30, 40, C.light1, 4),
    repeat(3, (i) => rect(392, 478 + i * 10, 18, 4, C.ink4)),
    line('M0 740 L1200 740', C.ink4, 4),
  );
