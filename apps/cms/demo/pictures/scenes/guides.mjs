import { C, circle, line, path, person, picture, rect, repeat, sky, text, tree } from '../shapes.mjs';

const heading = (words) => rect(0, 0, 1200, 120, C.main7) + text(60, 78, 44, C.paper, words, { anchor: 'start', weight: 700 });
const footing = (words) => rect(0, 740, 1200, 60, C.main1) + text(60, 780, 26, C.ink7, words, { anchor: 'start' });
const left = { anchor: 'start' };
const boldLeft = { anchor: 'start', weight: 700 };

const ORDERS = [
  ['一', '户籍和住房都在片区', '系统核对，不用交材料'],
  ['二', '户籍在片区，住祖辈的房', '系统核对亲属关系'],
  ['三', '住房在片区，户籍在外', '不动产登记、居住登记'],
  ['四', '租住在片区', '居住证或者租赁备案'],
];

/** In which order a primary school takes its children: four steps down to the gate. */
export const schoolOrder = () =>
  picture(
    sky(C.main0),
    heading('公办小学入学，我家排第几'),
    ORDERS.map(([rank, who, proof], i) =>
      rect(60, 160 + i * 138, 1000 - i * 110, 118, i === 0 ? C.main6 : C.paper, 8) +
      rect(60, 160 + i * 138, 118, 118, i === 0 ? C.main9 : C.main7, 8) +
      text(119, 240 + i * 138, 60, C.paper, rank, { weight: 700 }) +
      text(206, 212 + i * 138, 36, i === 0 ? C.paper : C.ink9, who, boldLeft) +
      text(206, 256 + i * 138, 28, i === 0 ? C.main1 : C.ink6, proof, left),
    ).join(''),
    // a family on the way to the gate
    rect(880, 716, 320, 24, C.ink2),
    person(960, 716, 180, { coat: C.main9, legs: C.ink7 }),
    person(1040, 716, 118, { coat: C.light4, legs: C.main7, bag: C.main6 }),
    rect(1110, 560, 16, 156, C.ink7),
    rect(1126, 566, 74, 44, C.light4, 4),
    footing('同一级人多时按居住年限排；排不上的，安排到3公里内有学位的公办学校。'),
  );

const DATES = [
  ['5月15日', '开始报名'],
  ['5月25日', '报名截止'],
  ['6月20日', '公布学位和预警'],
  ['7月10日', '公布第一至第三顺序'],
  ['7月25日', '公布第四顺序'],
  ['8月10日', '发入学通知书'],
  ['8月30日', '报到'],
];

/** The seven days of an enrolment on one line. */
export const schoolDates = () =>
  picture(
    sky(C.main0),
    heading('2026年入学，七个日子'),
    line('M200 176 L200 704', C.main3, 10),
    DATES.map(([date, what], i) => {
      const y = 190 + i * 84;
      const own = i < 2 || i === 6;
      return (
        circle(200, y, 22, own ? C.light4 : C.main7) +
        circle(200, y, 9, C.paper) +
        text(260, y + 13, 38, own ? C.light7 : C.main7, date, boldLeft) +
        text(460, y + 13, 36, C.ink9, what, { anchor: 'start', weight: own ? 700 : 400 })
      );
    }).join(''),
    rect(890, 200, 220, 300, C.paper, 12),
    rect(890, 200, 220, 64, C.main6, 12),
    repeat(4, (row) => repeat(4, (column) => rect(912 + column * 48, 290 + row * 48, 32, 32, row === 2 && column === 1 ? C.light4 : C.main1, 4))),
    person(960, 716, 150, { coat: C.main7, bag: C.light4 }),
    person(1050, 716, 130, { coat: C.ink6, bag: C.main3 }),
    footing('黄色的三天要您动手，其余的日子等短信。报名不分先后，忘了报名的6月可以补报。'),
  );

const PAPERS = [
  ['户籍和住房都在片区', '不用交'],
  ['户籍在片区，住祖辈的房', '不用交'],
  ['只有住房在片区', '不用交'],
  ['租房，本市或外地户籍', '居住证或租赁备案，一样'],
  ['华侨家庭', '父母一方的护照'],
  ['残疾儿童', '5月的评估意见'],
];

/** What each kind of family hands in. */
export const schoolPapers = () =>
  picture(
    sky(C.main0),
    heading('六种家庭，各要交什么'),
    PAPERS.map(([family, paper], i) => {
      const y = 150 + i * 96;
      const none = paper === '不用交';
      return (
        rect(60, y, 1080, 82, C.paper, 8) +
        rect(60, y, 12, 82, none ? C.main6 : C.light4) +
        text(104, y + 53, 34, C.ink9, family, left) +
        (none ? line(`M640 ${y + 42} l14 16 l28 -34`, C.main6, 8) : rect(642, y + 20, 34, 44, C.light4, 4) + line(`M650 ${y + 34} h18 M650 ${y + 46} h18`, C.paper, 4)) +
        text(710, y + 53, 34, none ? C.main7 : C.light7, paper, boldLeft)
      );
    }).join(''),
    footing('系统核对户籍、房产和居住证。核对不到时短信通知补一张照片，不收复印件。'),
  );

const FIELDS = ['稻田', '旱地', '轮作地'];
const NOT_FIELDS = ['果园', '鱼塘', '荒了一年', '已被征收'];
const FARMS = [[4, '386元'], [8, '772元'], [16, '1544元']];

/** Which land the grant is paid for, and how much three farms get. */
export const landSubsidy = () =>
  picture(
    sky(C.main0),
    heading('耕地地力保护补贴，一亩96.5元'),
    rect(60, 150, 520, 300, C.paper, 10),
    text(90, 206, 38, C.main7, '补', boldLeft),
    FIELDS.map((name, i) => rect(90 + i * 158, 236, 142, 120, i === 1 ? C.light1 : C.light4, 6) + repeat(4, (k) => line(`M${104 + i * 158 + k * 38} 344 q-8 -50 4 -90`, C.main6, 6)) + text(161 + i * 158, 408, 32, C.ink9, name)).join(''),
    rect(620, 150, 520, 300, C.paper, 10),
    text(650, 206, 38, C.light7, '不补', boldLeft),
    tree(700, 360, 96, C.main6),
    path('M780 356 q54 -44 108 0 q-54 34 -108 0 Z', C.main3),
    repeat(5, (k) => line(`M${912 + k * 22} 356 l${k % 2 ? -14 : 12} -${44 + k * 9}`, C.ink4, 5)),
    rect(1034, 300, 84, 56, C.ink2, 4) + rect(1054, 262, 14, 40, C.ink4) + rect(1084, 274, 14, 28, C.ink4),
    NOT_FIELDS.map((name, i) => text(694 + i * 126, 408, 26, C.ink9, name)).join(''),
    FARMS.map(([area, money], i) => {
      const y = 494 + i * 80;
      return text(160, y + 42, 36, C.ink9, `${area}亩`, { weight: 700 }) + rect(230, y, area * 40, 56, C.main6, 4) + text(254 + area * 40, y + 42, 38, C.main7, money, boldLeft);
    }).join(''),
    line('M230 480 L230 724', C.ink4, 4),
    footing('按承包证和实际种植两个面积里较小的算。3月核实，公示7天，4月30日前打到社会保障卡。'),
  );
