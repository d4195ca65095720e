import type { Drawable, Frame } from '@mingchuang/content';
import { exampleCases } from '@mingchuang/content/examples';

/** A letter as a hurried person sends it: four things are missing or wrong. */
const hurried = { purpose: '', agency: 'nowhere', title: '路灯', body: '小区东门的路灯坏了三天，晚上看不见台阶。', name: '张敏', phone: '1380000', mayPublish: '' };
const whole = { ...hurried, purpose: 'help', agency: 'zjj', title: '小区东门的路灯坏了三天', phone: '13800000000', mayPublish: 'yes' };

/** The forms, receipts and cases of letters that the gateway draws for one visitor. */
export function letterDrawables(frame: Frame): Drawable[] {
  const tracking = (name: keyof typeof exampleCases, more: object = {}) => ({
    path: `/letters/track/${name}/`,
    template: 'Tracking',
    props: { frame, tracking: exampleCases[name], code: 'K7P2QX4M', errors: [], thanks: false, ...more },
  });
  const receipt = { frame, number: '20261122-7KQ4WM', code: 'K7P2QX4M', dueOn: '2026-11-27', limit: 5 };
  return [
    {
      path: '/letters/write/errors/',
      template: 'LetterForm',
      props: {
        frame,
        values: hurried,
        errors: [
          { field: 'purpose', message: '请选择您想做什么' },
          { field: 'agency', message: '请重新选择写给哪个单位' },
          { field: 'title', message: '标题至少写 4 个字' },
          { field: 'phone', message: '请填写 11 位手机号，或带区号的固定电话' },
          { field: 'mayPublish', message: '请选择可不可以公开' },
        ],
        token: 'example-token',
      },
    },
    { path: '/letters/write/confirm/', template: 'LetterConfirm', props: { frame, values: whole, token: 'example-token' } },
    { path: '/letters/receipt/taken/', template: 'LetterReceipt', props: { ...receipt, queued: false } },
    { path: '/letters/receipt/queued/', template: 'LetterReceipt', props: { ...receipt, queued: true } },
    {
      path: '/letters/track/errors/',
      template: 'TrackForm',
      props: {
        frame,
        values: { number: '20261122-7KQ4WM', code: 'AAAA' },
        errors: [{ field: 'code', message: '没有找到这封信。请核对编号和查询码' }],
      },
    },
    tracking('received'),
    tracking('handling'),
    tracking('overdue'),
    tracking('answered'),
    tracking('rated', { thanks: true }),
    { ...tracking('answered', { errors: [{ field: 'rating', message: '请选择一项评价' }] }), path: '/letters/track/unrated/' },
  ];
}
