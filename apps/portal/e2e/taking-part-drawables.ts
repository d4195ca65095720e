import { FORM_FILE, type Drawable, type Frame, type OpinionFormFacts, type PublishedForm, type SurveyFormFacts } from '@mingchuang/content';
import { exampleOpinions, exampleSnapshot, EXAMPLE_TODAY } from '@mingchuang/content/examples';

import { buildPages } from '../src/site/build-pages.ts';

/** What the release says of the form at an address. */
function formAt(path: string): PublishedForm {
  for (const page of buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY }))
    if (page.path === path + FORM_FILE && 'props' in page) return (page.props() as { value: PublishedForm }).value;
  throw new Error(`There is no form at ${path}`);
}

/** The forms and receipts of consultations and surveys that the gateway draws for one visitor. */
export function takingPartDrawables(frame: Frame): Drawable[] {
  const opinion = formAt('/hudong/zhengji/202611/gjxw5z8k/') as OpinionFormFacts;
  const survey = formAt('/hudong/diaocha/202611/yjgj2b6v/') as SurveyFormFacts;
  const typed = { part: '取消的站', body: '老粮', name: '', phone: '138' };
  const chosen = { q1o1: '1', q1o2: '1', q1o4: '1', q3: '4', q4: '纺机新居南门' };
  const token = 'example-token';
  const errors = [
    { field: 'body', message: '意见至少写 5 个字' },
    { field: 'phone', message: '请填写 11 位手机号，或带区号的固定电话' },
  ];
  const wrong = [
    { field: 'q1o1', message: '最多选 2 项，您选了 3 项' },
    { field: 'q2', message: '请回答这一题' },
  ];
  const draw = (name: string, template: string, props: object): Drawable => ({ path: `/taking-part/${name}/`, template, props: { frame, ...props } });
  return [
    draw('opinion-errors', 'OpinionForm', { form: opinion, values: typed, errors, token }),
    draw('opinion-confirm', 'OpinionConfirm', { form: opinion, values: { ...typed, body: '老粮仓的站请保留，老人走不动坡。', phone: '' }, token }),
    draw('opinion-receipt', 'OpinionReceipt', { number: '20261122-7KQ4WM', code: 'K7P2QX4M', queued: true }),
    draw('opinion-received', 'OpinionTracking', { tracking: exampleOpinions.received }),
    draw('opinion-weighed', 'OpinionTracking', { tracking: exampleOpinions.weighed }),
    draw('survey-errors', 'SurveyForm', { form: survey, values: chosen, errors: wrong, token }),
    draw('survey-confirm', 'SurveyConfirm', { form: survey, values: { q1o1: '1', q2: '3', q4: '纺机新居南门' }, token }),
    draw('survey-receipt', 'SurveyReceipt', { title: survey.title, surveyPath: survey.path }),
  ];
}
