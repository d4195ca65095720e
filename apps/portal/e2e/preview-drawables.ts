import type { Drawable, Frame, PreviewLink } from '@mingchuang/content';

const link: PreviewLink = {
  kind: 'advice',
  title: '望川市既有住宅加装电梯实施办法（送审稿）',
  typeLabel: '政策文件',
  agency: '望川市住房和城乡建设局',
  by: '文澜',
  expiresAt: '2026-12-03T06:30:00.000Z',
  origin: 'https://admin.wangchuan.example',
  digest: 'd'.repeat(64),
};

/** What somebody without an account sees: asked to look, asked for advice, and with something missing. */
export function previewDrawables(frame: Frame): Drawable[] {
  const draw = (path: string, props: object): Drawable => ({
    path,
    template: 'Preview',
    props: { frame, path, link, values: {}, errors: [], ...props },
  });
  return [
    draw('/preview/advice/', {}),
    draw('/preview/view/', { link: { ...link, kind: 'view' } }),
    draw('/preview/errors/', {
      values: { verdict: 'comment', name: '江一帆' },
      errors: [
        { field: 'text', message: '请写下您的修改意见' },
        { field: 'organisation', message: '请填写单位' },
      ],
    }),
    {
      path: '/preview-strip/',
      template: 'PreviewStrip',
      props: {
        title: '预览',
        note: '这个页面还没有发布，只给您看，请不要转发。链接到 2026-12-03 14:30 为止有效。',
        links: [
          { label: '长者版', url: '/preview/advice/document/elder/' },
          { label: '返回说明和意见', url: '/preview/advice/' },
        ],
      },
    },
  ];
}
