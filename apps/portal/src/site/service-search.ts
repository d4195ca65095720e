import type { SearchDocument, ServiceCard, ServiceItem } from '@mingchuang/content';

import { necessityOfMaterial, promisedTime, visitsInWords } from '../components/service/words.ts';
import { linkAttributes } from '../links/outside.ts';
import { t } from '../strings/index.ts';
import { optionLabel } from '../templates/labels.ts';
import { plainText } from './document.ts';
import { searchTextOfParts } from './search-text.ts';
import { lines } from './text-lines.ts';

/** What the search knows of a service: its text by the parts of its page, and a card to answer with. */
export function searchOfService(data: ServiceItem): Pick<SearchDocument, 'text' | 'sections' | 'card'> {
  return {
    ...searchTextOfParts([
      { lines: [data.summary] },
      { id: 'can', title: t('service.can'), lines: [plainText(data.conditions), plainText(data.exclusions ?? '')] },
      { id: 'bring', title: t('service.bring'), lines: data.materials.map((material) => materialInWords(material)) },
      { id: 'do', title: t('service.do'), lines: data.steps.map(stepInWords) },
      { id: 'asked', title: t('service.asked'), lines: data.questions.flatMap(({ question, answer }) => [question, answer]) },
      { lines: [data.specialProcedure, data.statutoryNote, data.promisedNote, data.quantityLimit, data.resultName, ...data.fees.map(feeInWords)] },
    ]),
    card: cardOf(data),
  };
}

type Step = ServiceItem['steps'][number];

const feeInWords = ({ name, standard, reduction }: ServiceItem['fees'][number]): string => [`${name}：${standard}`, reduction].filter(Boolean).join('，');

const materialInWords = ({ name, originNote, note }: ServiceItem['materials'][number], necessity?: string): string =>
  [necessity ? `${name}（${necessity}）` : name, [originNote, note].filter(Boolean).join('；')].filter(Boolean).join('：');

const stepInWords = ({ name, detail }: Step): string => [name, detail].filter(Boolean).join('：');

function cardOf(data: ServiceItem): ServiceCard {
  const time = promisedTime(data);
  const online = data.onlineUrl ?? data.mobileUrl;
  return {
    kind: 'service',
    names: [data.title, ...lines(data.aliases)],
    fee: data.charged ? data.fees.map((fee) => (data.fees.length > 1 ? feeInWords(fee) : [fee.standard, fee.reduction].filter(Boolean).join('\n'))).join('\n') || t('service.charged') : t('service.free'),
    ...(time && { time: [time, data.promisedNote].filter(Boolean).join('\n') }),
    visits: [visitsInWords(data.visits), data.visitReason].filter(Boolean).join('\n'),
    ...(data.channels.length > 0 && { ways: data.channels.map((channel) => optionLabel('service-item', 'channels', channel)).join('、') }),
    places: data.windows.map(({ name, address, hours, phone }) => ({ name, address, hours, ...(phone && { phone }) })),
    phone: data.consultationPhone,
    ...(online && { online: linkAttributes(online).href }),
    materials: data.materials.map((material) => materialInWords(material, necessityOfMaterial(material))),
    steps: [...data.steps.map(stepInWords), ...lines(data.specialProcedure)],
    conditions: [...lines(plainText(data.conditions)), ...lines(plainText(data.exclusions ?? '')).map((line) => t('answer.cannot', { line }))],
    asked: data.questions.map(({ question, answer }): [string, string] => [question, answer]),
  };
}
