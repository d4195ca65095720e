import type { Person, TestCms } from './cms.ts';

/** A document service without the types of a generated app. */
export interface Documents {
  create(params: object): Promise<Stored>;
  update(params: object): Promise<Stored>;
  findOne(params: object): Promise<Stored | null>;
  publish(params: object): Promise<{ entries: Stored[] }>;
  unpublish(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
  clone(params: object): Promise<{ documentId: string; entries: Stored[] }>;
  discardDraft(params: object): Promise<unknown>;
}
export type Stored = { id: number; documentId: string; path: string | null; title: string } & Record<string, unknown>;

export const ARTICLE = 'api::article.article';

/** The document service of a type, as a program of the installation: no request is behind it. */
export const documents = ({ strapi }: TestCms, name: string): Documents =>
  strapi.documents(`api::${name}.${name}` as never) as unknown as Documents;

/** A city with two agencies, and people of every role in the first. */
export interface City {
  cms: TestCms;
  site: string;
  agency: string;
  otherAgency: string;
  news: string;
  notices: string;
  author: Person;
  colleague: Person;
  reviewer: Person;
  secondReviewer: Person;
  signer: Person;
  secondSigner: Person;
  stranger: Person;
  administrator: Person;
}

/** Makes what articles hang on, and signs everybody in. */
export async function buildCity(cms: TestCms): Promise<City> {
  const publish = async (name: string, data: object) => {
    const { documentId } = await documents(cms, name).create({ data });
    await documents(cms, name).publish({ documentId });
    return documentId;
  };
  const site = await publish('site', {
    title: '望川市人民政府',
    shortName: '望川市',
    domain: 'www.example.gov.cn',
    siteCode: '9900000001',
    theme: 'blue',
    sponsor: '望川市人民政府',
    hotline: '12345',
  });
  const agency = await publish('agency', {
    title: '望川市住房和城乡建设局',
    code: 'zhujian',
    site,
    duties: '<p>住房。</p>',
  });
  const otherAgency = await publish('agency', { title: '望川市水务局', code: 'shuiwu', site, duties: '<p>水务。</p>' });
  const column = (slug: string, title: string) =>
    publish('column', {
      title,
      slug,
      site,
      kind: 'articles',
      columnType: 'news',
      updateClass: 'dynamic',
      description: title,
      keywords: title,
    });
  const news = await column('yaowen', '要闻');
  const notices = await column('gonggao', '公告');
  const join = async (of: string, person: Person) => {
    const rows = await cms.strapi.db.query('api::agency.agency').findMany({ where: { documentId: of } });
    for (const { id } of rows)
      await cms.strapi.db
        .query('api::agency.agency')
        .update({ where: { id }, data: { members: { connect: [person.id] } } });
    return person;
  };
  const member = async (name: string, role: string) => join(agency, await cms.person(name, role));
  return {
    cms,
    site,
    agency,
    otherAgency,
    news,
    notices,
    author: await member('苏禾', 'author'),
    colleague: await member('林叶', 'author'),
    reviewer: await member('陆一川', 'reviewer'),
    secondReviewer: await member('沈知微', 'reviewer'),
    signer: await member('闻笛', 'signer'),
    secondSigner: await member('顾长风', 'signer'),
    stranger: await join(otherAgency, await cms.person('方外', 'reviewer')),
    administrator: await cms.person('罗小满', 'site-administrator'),
  };
}

const MANAGER = `/content-manager/collection-types/${ARTICLE}`;

/** What somebody does with one article over HTTP, as the admin does it. */
export interface Article {
  documentId: string;
  save(person: Person, data: object): Promise<{ status: number; body: any }>;
  standing(person: Person): Promise<any>;
  /** Makes a move and answers what came of it. */
  move(person: Person, move: string, more?: object): Promise<{ status: number; body: any; message: string }>;
  /** Submits, reviews twice and signs. */
  publish(more?: object): Promise<void>;
  published(): Promise<Stored | null>;
  draft(): Promise<Stored | null>;
}

/** Somebody writes an article. */
export async function writeArticle(
  city: City,
  { by = city.author, ...data }: { by?: Person } & Record<string, unknown> = {},
): Promise<Article> {
  const { cms } = city;
  const made = await by.call('POST', MANAGER, {
    title: '我市新增三条公交线路',
    column: { connect: [{ documentId: city.news }] },
    body: '<p>明天起开通。</p>',
    ...data,
  });
  if (made.status >= 300) throw new Error(`Writing answered ${made.status}: ${JSON.stringify(made.body)}`);
  const { documentId } = made.body.data as Stored;
  const path = `/review/documents/${ARTICLE}/${documentId}`;
  const article: Article = {
    documentId,
    save: (person, changes) => person.call('PUT', `${MANAGER}/${documentId}`, changes),
    async standing(person) {
      const { status, body } = await person.call('GET', path);
      if (status !== 200) throw new Error(`Standing answered ${status}: ${JSON.stringify(body)}`);
      return body.data;
    },
    async move(person, move, more = {}) {
      const answer = await person.call('POST', `${path}/moves`, { move, ...more });
      return { ...answer, message: String(answer.body?.error?.message ?? '') };
    },
    async publish(more = {}) {
      for (const [person, move, given] of [
        [city.author, 'submit', more],
        [city.reviewer, 'approve', {}],
        [city.secondReviewer, 'approve', {}],
        [city.signer, 'approve', {}],
      ] as const) {
        const { status, message } = await article.move(person, move, given);
        if (status !== 200) throw new Error(`${move} answered ${status}: ${message}`);
      }
    },
    published: () => documents(cms, 'article').findOne({ documentId, status: 'published' }),
    draft: () => documents(cms, 'article').findOne({ documentId }),
  };
  return article;
}
