import { C, circle, line, person, picture, rect, repeat, sky, text } from '../shapes.mjs';

const SHARES = [
  ['六楼', '6.4万元', 6.4],
  ['五楼', '5.4万元', 5.4],
  ['四楼', '4.3万元', 4.3],
  ['三楼', '2.9万元', 2.9],
  ['二楼', '1.1万元', 1.1],
  ['一楼', '不分摊', 0],
];

/** What each floor pays for the lift. The numbers are those of the policy's table. */
export const liftCost = () =>
  picture(
    sky(C.main0),
    rect(0, 0, 1200, 120, C.main7),
    text(60, 78, 44, C.paper, '加装一部电梯，每户出多少', { anchor: 'start', weight: 700 }),
    // the building with the lift
    rect(70, 190, 250, 516, C.paper),
    rect(60, 172, 270, 20, C.main9),
    repeat(6, (i) => rect(70, 270 + i * 86, 250, 4, C.ink2) + rect(96, 212 + i * 86, 60, 40, C.main3, 3) + rect(180, 212 + i * 86, 60, 40, C.main3, 3)),
    rect(330, 172, 84, 534, C.main2),
    line('M330 172 L330 706 M414 172 L414 706', C.main7, 6),
    rect(342, 298, 60, 74, C.light4, 6),
    person(372, 368, 58, { coat: C.main9, hair: C.ink2 }),
    // bars
    SHARES.map(([floor, share, value], i) =>
      text(520, 246 + i * 86, 34, C.ink9, floor, { weight: 700 }) +
      rect(584, 212 + i * 86, Math.max(4, value * 66), 44, value ? C.main6 : C.ink4, 4) +
      text(604 + Math.max(4, value * 66), 246 + i * 86, 34, value ? C.ink9 : C.light7, share, { anchor: 'start', weight: 700 }),
    ).join(''),
    line('M584 190 L584 716', C.ink4, 4),
    rect(0, 740, 1200, 60, C.main1),
    text(60, 780, 26, C.ink7, '造价60万元，政府补20万元，其余40万元按楼层系数分摊。参考比例，邻居可以另行商定。', { anchor: 'start' }),
  );

/** Who pays what for one child a month. */
export const childcareCost = () =>
  picture(
    sky(C.main0),
    rect(0, 0, 1200, 120, C.main7),
    text(60, 78, 44, C.paper, '一个孩子一个月2150元，谁出多少', { anchor: 'start', weight: 700 }),
    // the column of 2150
    rect(150, 190, 190, 400, C.main6),
    rect(150, 590, 190, 100, C.light4),
    rect(150, 690, 190, 38, C.ink4),
    rect(90, 728, 310, 6, C.ink7),
    line('M380 390 L470 390', C.ink4, 4),
    line('M380 640 L470 640', C.ink4, 4),
    line('M380 708 L470 708', C.ink4, 4),
    text(500, 372, 36, C.ink9, '家长', { anchor: 'start', weight: 700 }),
    text(600, 374, 58, C.main7, '1600元', { anchor: 'start', weight: 700 }),
    text(500, 424, 28, C.ink6, '三区上限，四县为1200元', { anchor: 'start' }),
    text(500, 632, 36, C.ink9, '政府', { anchor: 'start', weight: 700 }),
    text(600, 636, 58, C.light7, '400元', { anchor: 'start', weight: 700 }),
    text(810, 632, 28, C.ink6, '按实际收托人数补', { anchor: 'start' }),
    text(500, 722, 36, C.ink9, '机构', { anchor: 'start', weight: 700 }),
    text(600, 726, 58, C.ink7, '150元', { anchor: 'start', weight: 700 }),
    text(810, 722, 28, C.ink6, '免租金、居民水电气价', { anchor: 'start' }),
    // child and teacher
    person(930, 500, 260, { coat: C.main9, legs: C.ink7 }),
    person(1040, 500, 130, { coat: C.light4, legs: C.main7 }),
    circle(1104, 482, 18, C.main3),
    rect(860, 498, 290, 6, C.ink2),
  );
