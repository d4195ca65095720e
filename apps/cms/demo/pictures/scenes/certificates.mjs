import { C, line, picture, rect, sky, text } from '../shapes.mjs';

/**
 * A specimen of a result: title, what stands on it, and across it that it is a specimen. It imitates no real
 * certificate: no emblem, no seal, no number that could be one.
 */
const specimen = (title, fields) => () =>
  picture(
    sky(C.ink1),
    rect(150, 60, 900, 680, C.paper, 6),
    rect(150, 60, 900, 18, C.main7, 4),
    rect(180, 108, 840, 602, C.main0, 4),
    rect(184, 112, 832, 594, C.paper, 4),
    text(600, 210, 58, C.main9, title, { weight: 700, serif: true }),
    line('M420 244 L780 244', C.main3, 4),
    fields.map(([label, value], i) => text(330, 322 + i * 68, 32, C.ink6, label, { anchor: 'end' }) + text(360, 322 + i * 68, 32, C.ink9, value, { anchor: 'start' })).join(''),
    fields.map((_, i) => rect(360, 338 + i * 68, 560, 2, C.ink2)).join(''),
    `<g transform="translate(620 500) rotate(-20)" opacity="0.13">${text(0, 0, 260, C.main7, '样本', { weight: 700 })}</g>`,
    text(600, 690, 24, C.light7, '样本，仅说明办理结果的内容，不能作为证件使用'),
  );

/** Specimens of the results of services, by file name. */
export const certificates = {
  'sample-juzhuzheng': specimen('居住证', [['姓名', '样本人'], ['户籍地', '外市示例县'], ['居住地', '望川市东岭区示例路'], ['签发日期', '2026年3月1日'], ['有效期', '一年，可以签注']]),
  'sample-hukou': specimen('常住人口登记卡', [['姓名', '样本宝宝'], ['与户主关系', '长女'], ['出生日期', '2026年2月20日'], ['登记事由', '出生登记'], ['登记日期', '2026年3月2日']]),
  'sample-jiehunzheng': specimen('结婚证', [['持证人', '样本人甲'], ['配偶', '样本人乙'], ['登记日期', '2026年5月20日'], ['登记机关', '望川市临江区民政局'], ['字号', '示例，不编实号']]),
  'sample-zhizhao': specimen('营业执照', [['名称', '望川示例面馆有限公司'], ['类型', '有限责任公司'], ['住所', '望川市临江区示例巷'], ['经营范围', '餐饮服务'], ['登记日期', '2026年3月9日']]),
  'sample-shipin': specimen('食品经营许可证', [['经营者', '望川示例面馆有限公司'], ['经营场所', '望川市临江区示例巷'], ['主体业态', '餐饮服务经营者'], ['经营项目', '热食类食品制售'], ['有效期至', '2031年5月25日']]),
  'sample-daolu': specimen('城市道路挖掘许可证', [['单位', '望川示例供水有限公司'], ['路段', '示例路东侧人行道'], ['面积', '28平方米'], ['工期', '2026年9月5日至8日'], ['发证日期', '2026年9月2日']]),
  'sample-lunhou': specimen('轮候登记通知书', [['申请家庭', '样本人等2人'], ['轮候序号', '示例第0000号'], ['户型', '一居'], ['登记日期', '2026年3月20日'], ['预计等候', '8个月左右']]),
  'sample-dianti': specimen('联合审查意见书', [['项目', '示例小区1号楼1单元'], ['申请人', '业主代表样本人'], ['审查部门', '住建、自然资源等4家'], ['结论', '符合要求，可以施工'], ['出具日期', '2026年11月20日']]),
};
