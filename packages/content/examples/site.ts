import type { EntryOf, FileRef, Ref } from '../src/index.ts';

/** Points at an example. */
export const refTo = (type: string, documentId: string): Ref => ({ type, documentId });

/** A file as the publisher knows it after fetching. */
export const exampleFile = (id: string, name: string, rest: Partial<FileRef> = {}): FileRef => ({
  id,
  name,
  mime: 'application/pdf',
  size: 420_000,
  version: `${id}-1`,
  hash: id
    .replace(/[^0-9a-f]/g, '0')
    .padEnd(32, '0')
    .slice(0, 32),
  ...rest,
});

const svg = { mime: 'image/svg+xml', size: 518, width: 56, height: 56 };

/** The site of a fictional city. Every official code is recognisable as an example. */
export const exampleSite: EntryOf<'site'> = {
  type: 'site',
  documentId: 'site-wangchuan',
  locale: 'zh-Hans',
  version: 'site-1',
  data: {
    title: '望川市人民政府门户网站',
    shortName: '望川市人民政府',
    cityName: '望川',
    domain: 'www.wangchuan.example',
    chineseDomain: '望川市人民政府.政务',
    siteCode: '9900000001',
    description: '办事、查政策、问政府，都在这里。望川市人民政府办公室主办。',
    theme: 'blue',
    emblem: exampleFile('emblem', '望川.svg', { ...svg, alt: '望川市城市标志：圆窗、日出和川流' }),
    notice: '演示站点：望川市为虚构城市',
    question: '您想办什么事？',
    sponsor: '望川市人民政府办公室',
    undertaker: '望川市政务服务和数据管理局',
    address: '望川市滨江路 1 号',
    phone: '0000-660 1200',
    phoneHours: '工作日 9:00—17:30',
    icp: '示ICP备00000001号-1',
    publicSecurityCode: '示公网安备 00000000000001号',
    organLabelUrl: 'https://bszs.conac.cn/sitename?method=show&id=EXAMPLE',
    errorReportUrl: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9900000001',
    hotline: '12345',
    hotlineNote: '全天 24 小时，有人接听',
    countSearches: true,
    hotQueries: '生育津贴\n居住证\n小区加装电梯\n新能源车补贴\n医保缴费',
    tasks: [
      { label: '提取住房公积金', promise: '租房、购房、退休，网上办，当天到账', url: '/fuwu/geren/202609/gjj7k2p4/' },
      { label: '城乡居民医保缴费', promise: '2027 年度缴到 12 月 31 日', url: '/fuwu/wenda/' },
      { label: '办理居住证', promise: '一次不用跑，8 个工作日', url: '/fuwu/geren/202608/jzz3m9x1/' },
      { label: '开办企业', promise: '执照、刻章、开户一起办', url: '/fuwu/' },
      { label: '查办件进度', promise: '输入编号和查询码就能查', url: '/letters/track/' },
      { label: '写信给政府', promise: '一般 5 个工作日内答复', url: '/letters/write/' },
      { label: '查政策文件', promise: '按年份、文号都能找到', url: '/gongkai/guifan/' },
      { label: '找部门', promise: '地址、电话、上班时间', url: '/gongkai/jigou/' },
    ],
    identities: [
      { label: '市民', promise: '社保医疗、教育、住房、出行', url: '/fuwu/' },
      { label: '企业', promise: '开办、用工、税费、惠企政策', url: '/fuwu/' },
      { label: '投资者', promise: '产业园区、土地、招商清单', url: '/gongkai/guifan/' },
      { label: '旅游者', promise: '景区、住宿、入境与离境', url: '/zixun/' },
      { label: '华侨', promise: '身份、回国定居、捐赠、投资', url: '/fuwu/wenda/' },
      { label: '三农', promise: '补贴、土地、农技、灾害保险', url: '/gongkai/guifan/' },
    ],
    lifeEvents: [
      { label: '生孩子', promise: '登记、津贴、托育', url: '/fuwu/' },
      { label: '上学', promise: '入学、转学、资助', url: '/fuwu/' },
      { label: '找工作', promise: '招聘、补贴、社保', url: '/fuwu/' },
      { label: '退休养老', promise: '养老金、食堂、体检', url: '/fuwu/' },
    ],
    newsColumns: [refTo('column', 'column-news'), refTo('column', 'column-notices')],
    elderTasks: [
      { label: '养老金认证', promise: '在手机上刷脸就行', url: '/fuwu/wenda/', icon: 'pension' },
      { label: '看病报销', promise: '医保、异地看病', url: '/fuwu/wenda/', icon: 'medical' },
      { label: '老年公交卡', promise: '65 岁以上免费坐车', url: '/fuwu/geren/', icon: 'travel' },
      { label: '身份证', promise: '换证、补证', url: '/fuwu/geren/', icon: 'card' },
      { label: '预约体检', promise: '每年一次，社区就能约', url: '/fuwu/wenda/', icon: 'appointment' },
      { label: '找人帮忙', promise: '打电话或者写信', url: '/letters/write/', icon: 'phone' },
    ],
    footerGroups: [
      {
        title: '信息公开',
        links: [
          { label: '政策文件', url: '/gongkai/guifan/' },
          { label: '政策解读', url: '/gongkai/jiedu/' },
          { label: '机构职能', url: '/gongkai/jigou/' },
          { label: '国务院政策文件库', url: 'https://www.gov.cn/zhengce/' },
        ],
      },
      {
        title: '办事',
        links: [
          { label: '个人办事', url: '/fuwu/geren/' },
          { label: '常见问题', url: '/fuwu/wenda/' },
          { label: '查办件进度', url: '/letters/track/' },
        ],
      },
      {
        title: '互动',
        links: [
          { label: '写信给政府', url: '/letters/write/' },
          { label: '来信公开', url: '/hudong/laixin/' },
          { label: '望川日报', url: 'https://news.wangchuan.example/' },
        ],
      },
      {
        title: '关于本站',
        links: [
          { label: '站点地图', url: '/site-map/' },
          { label: '全站搜索', url: '/search/' },
        ],
      },
    ],
  },
};
