import type { Agency, EntryOf } from '../src/index.ts';
import { refTo } from './site.ts';

const agency = (
  id: string,
  order: number,
  data: Partial<Agency> & Pick<Agency, 'title' | 'code'>,
): EntryOf<'agency'> => ({
  type: 'agency',
  documentId: `agency-${id}`,
  locale: 'zh-Hans',
  version: `agency-${id}-1`,
  data: { site: refTo('site', 'site-wangchuan'), order, acceptsCases: true, path: `/jigou/${data.code}/`, ...data },
});

/** Agencies of the fictional city; `agency-housing` has every field filled. */
export const exampleAgencies: EntryOf<'agency'>[] = [
  agency('office', 1, {
    title: '望川市人民政府办公室',
    shortName: '市政府办公室',
    code: 'zfb',
    summary: '协助市政府领导处理日常工作，统一发布市政府文件。',
    address: '望川市滨江路 1 号',
    phone: '0000-660 1200',
    hours: '周一至周五 9:00—12:00，13:30—17:30',
    acceptsCases: false,
  }),
  agency('housing', 2, {
    title: '望川市住房和城乡建设局',
    shortName: '市住建局',
    code: 'zjj',
    creditCode: '11990000MB0000002X',
    parent: refTo('agency', 'agency-office'),
    summary: '管住房保障、老旧小区改造、建筑工程质量和物业。',
    duties:
      '<p>负责住房保障和房地产市场监督管理。</p><p>负责城镇老旧小区改造和既有住宅加装电梯工作，见<a href="entry:policy-document/policy-lift">加装电梯管理办法</a>。</p><p>负责建筑工程质量安全监督管理。</p>',
    head: '周明（示例），党组书记、局长',
    address: '望川市建设路 66 号',
    transit: '公交 12 路、26 路到“建设路口”下车，步行 200 米。院内有无障碍车位 2 个。',
    hours: '周一至周五 9:00—12:00，13:30—17:30',
    phone: '0000-660 3300',
    fax: '0000-660 3301',
    email: 'zjj@wangchuan.example',
    postcode: '990001',
    website: 'https://zjj.wangchuan.example/',
  }),
  agency('medical', 3, {
    title: '望川市医疗保障局',
    shortName: '市医保局',
    code: 'ybj',
    summary: '管医保缴费、报销、异地就医和生育津贴。',
    address: '望川市民生大道 18 号',
    phone: '0000-660 5050',
    hours: '周一至周五 9:00—12:00，13:30—17:30',
  }),
  agency('police', 4, {
    title: '望川市公安局',
    shortName: '市公安局',
    code: 'gaj',
    summary: '管户籍、居住证、身份证、出入境和交通。',
    address: '望川市平安路 2 号',
    phone: '0000-660 5122',
    hours: '户政大厅周一至周六 9:00—17:00',
  }),
  agency('lift-team', 5, {
    title: '望川市既有住宅加装电梯服务中心',
    shortName: '市加梯中心',
    code: 'jtzx',
    parent: refTo('agency', 'agency-housing'),
    summary: '帮居民看现场、算费用、跑审批。',
    phone: '0000-660 3366',
    acceptsCases: false,
  }),
];
