import type { ReasonName } from './weights.ts';

/** What editors read of a result's rank. */
export const REASON_LABELS: Record<ReasonName, string> = {
  exact: '原样含有所搜的字',
  unasked: '去掉问法后原样含有',
  synonym: '按同义词含有',
  parts: '含有其中的部分词',
  wholeTitle: '标题就是所搜的字',
  wholeNumber: '文号就是所搜的字',
  wholeAlias: '别名就是所搜的字',
  phraseInName: '连在一起出现在标题或别名里',
  phraseInBody: '连在一起出现在正文里',
  name: '标题或别名与所搜的字相近',
  namePart: '部分词在标题或别名里',
  head: '标题以此开头',
  frequency: '出现得多，又少见于别处',
  fresh: '日期新',
  kind: '类型',
  lapsed: '已失效或者废止',
  best: '编辑置顶',
  worst: '编辑压后',
};
