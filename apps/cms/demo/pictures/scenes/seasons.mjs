import { C, circle, ellipse, group, hills, line, path, person, picture, rect, repeat, sky, tree, windows } from '../shapes.mjs';

/** Grain drying on a car park, the cars parked elsewhere. */
export const dryingYard = () =>
  picture(
    sky(C.main0),
    circle(1010, 150, 60, C.light4),
    hills(360, 130, C.main2, 1.3, 230),
    hills(400, 70, C.main3, 0.3, 200),
    // the office
    rect(90, 210, 360, 210, C.paper),
    rect(80, 194, 380, 20, C.main9),
    windows(124, 240, 6, 3, { w: 34, h: 32, gapX: 22, gapY: 24, fill: C.main3, lit: [[4, 0]] }),
    rect(240, 360, 60, 60, C.main7),
    rect(0, 420, 1200, 380, C.ink2),
    // plots of grain
    repeat(3, (row) => repeat(5, (i) => path(`M${60 + i * 230 - row * 26} ${500 + row * 100} L${240 + i * 230 - row * 26} ${500 + row * 100} L${252 + i * 238 - row * 30} ${572 + row * 112} L${44 + i * 238 - row * 30} ${572 + row * 112} Z`, (row + i) % 3 ? C.light4 : C.light1))),
    repeat(3, (row) => repeat(6, (i) => line(`M${40 + i * 230 - row * 26} ${500 + row * 100} L${30 + i * 238 - row * 30} ${572 + row * 112}`, C.paper, 5))),
    person(360, 640, 210, { coat: C.main7, legs: C.ink7, hair: C.light7 }),
    path('M300 462 Q360 420 420 462 Z', C.light1),
    line('M396 500 L520 610', C.ink9, 9),
    rect(500, 602, 90, 18, C.ink7, 6),
    person(820, 600, 190, { coat: C.ink6, legs: C.ink9, hair: C.ink9 }),
    person(1010, 700, 220, { coat: C.main9, legs: C.ink7, hair: C.light7 }),
    path('M950 500 Q1010 458 1070 500 Z', C.light1),
    line('M1046 560 L1120 680', C.ink9, 9),
    tree(1150, 430, 120, C.main6),
  );

/** A cold evening: icicles at the eaves, the pipe wrapped, the lamp on. */
export const coldWave = () =>
  picture(
    sky(C.main2),
    repeat(30, (i) => group(`translate(${(i * 157) % 1200} ${(i * 113) % 620})`, line('M-8 0 L8 0 M0 -8 L0 8 M-5 -5 L5 5 M-5 5 L5 -5', C.paper, 3))),
    hills(470, 110, C.main1, 0.6, 260),
    tree(110, 650, 150, C.main3, C.ink6),
    rect(0, 640, 1200, 160, C.paper),
    // house with snow on the roof
    rect(420, 330, 620, 320, C.ink6),
    path('M360 336 L730 170 L1100 336 Z', C.ink9),
    path('M360 336 L730 170 L1100 336 L1060 336 L730 196 L400 336 Z', C.paper),
    repeat(14, (i) => path(`M${400 + i * 50} 336 L${420 + i * 50} 336 L${410 + i * 50} ${362 + ((i * 37) % 34)} Z`, C.main3)),
    // window with the family lamp
    rect(700, 410, 210, 150, C.light1, 6),
    line('M805 410 L805 560 M700 485 L910 485', C.ink9, 8),
    circle(770, 440, 22, C.light4),
    person(860, 552, 96, { coat: C.main7, hair: C.ink2 }),
    rect(500, 430, 110, 220, C.main9),
    circle(590, 546, 8, C.light4),
    // pipe wrapped
    line('M420 640 L420 470 L300 470 L300 640', C.ink7, 20),
    repeat(6, (i) => rect(404, 480 + i * 26, 34, 18, i % 2 ? C.light1 : C.light0, 8)),
    repeat(4, (i) => rect(316 + i * 26, 460, 20, 24, i % 2 ? C.light1 : C.light0, 6)),
    line('M420 470 q0 -20 -20 -20', C.ink7, 20),
    // man wrapping
    person(220, 660, 230, { coat: C.main7, legs: C.ink7, hair: C.main9 }),
    path('M188 438 Q220 410 252 438 L252 452 L188 452 Z', C.light4),
    line('M244 540 L320 500', C.main7, 20),
    path('M0 640 Q300 610 600 640 T1200 630 L1200 660 L0 660 Z', C.paper),
  );

/** The job fair in the night market. */
export const nightMarket = () =>
  picture(
    sky(C.main9),
    repeat(18, (i) => circle((i * 173) % 1200, (i * 59) % 200, 2, C.main3)),
    rect(0, 300, 1200, 500, C.main7),
    rect(0, 620, 1200, 180, C.ink9),
    // strings of lamps
    line('M-20 120 Q300 220 620 120 T1240 120', C.ink2, 4),
    repeat(13, (i) => circle(20 + i * 98, 150 + Math.sin(i * 0.98) * 24, 16, i % 3 ? C.light1 : C.light4)),
    // stalls
    repeat(4, (i) =>
      group(
        `translate(${60 + i * 290} 320)`,
        rect(0, 0, 240, 200, C.paper, 8),
        ...[0, 1, 2, 3, 4, 5].map((stripe) => path(`M${stripe * 40} 0 L${stripe * 40 + 40} 0 L${stripe * 40 + 46} 60 L${stripe * 40 - 2} 60 Z`, stripe % 2 ? C.main6 : C.paper)),
        rect(0, -28, 240, 30, C.main9, 6),
        i === 1 ? rect(30, 84, 180, 44, C.light4, 6) : rect(30, 84, 180, 44, C.main1, 6),
        rect(30, 140, 180, 12, C.ink2, 4),
        rect(10, 170, 220, 30, C.ink6, 4),
        repeat(3, (k) => rect(30 + k * 66, 150, 40, 20, i % 2 ? C.light1 : C.main3, 4)),
      ),
    ),
    text('缝纫工', 150, 428),
    text('夜班护理', 440, 428),
    text('面点师傅', 730, 428),
    text('电子装配', 1020, 428),
    person(240, 720, 230, { coat: C.main3, legs: C.ink4, hair: C.ink9 }),
    person(420, 730, 240, { coat: C.light4, legs: C.ink4, hair: C.ink7 }),
    person(520, 724, 150, { coat: C.main6, legs: C.ink4, bag: C.light1 }),
    person(740, 730, 236, { coat: C.ink4, legs: C.ink6, hair: C.ink2 }),
    line('M760 600 L800 560', C.ink4, 18),
    person(980, 726, 230, { coat: C.main2, legs: C.ink4, hair: C.ink9 }),
    person(1070, 730, 220, { coat: C.main6, legs: C.ink4, hair: C.ink9 }),
    ellipse(620, 790, 600, 18, C.ink7),
  );

function text(words, x, y) {
  return `<text x="${x + 30}" y="${y + 8}" font-size="34" text-anchor="middle" fill="${C.main9}" font-family="Noto Sans CJK SC, sans-serif" font-weight="700">${words}</text>`;
}
