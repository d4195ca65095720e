/** A rule as its form has it. */
export interface RuleDraft {
  kind: 'same' | 'also' | 'best' | 'worst' | 'keep' | 'hot';
  words: string | null;
  found: string | null;
  target: string | null;
  targetTitle: string | null;
  owner: string | null;
  until: string | null;
}

/** What a rule is checked against. */
export interface RuleFacts {
  /** YYYY-MM-DD in Shanghai. */
  today: string;
  /** What is at the page's address. */
  target: 'document' | 'platform' | 'outside' | 'gone' | 'nothing';
  /** Parts of all published titles, from 0 to 1, that hold a word. */
  shares: ReadonlyMap<string, number>;
}

export interface Problem {
  field: string;
  message: string;
}

const MOST_IN_GROUP = 20;
const LONGEST_TERM = 20;
const LONGEST_QUERY = 40;
/** A word in more titles than this says nothing: what stands for it would be found with nearly everything. */
const TOO_COMMON = 0.2;
const LONGEST_BET = 366;
const DAY = 86_400_000;

/** The lines of a field, each once. */
export const linesOf = (text: string | null): string[] => [...new Set((text ?? '').split('\n').map((line) => line.trim()).filter(Boolean))];

/** The words that must not be in too many titles: those that bring in whatever holds them. */
export function bringingWords({ kind, words, found }: RuleDraft): string[] {
  return kind === 'same' ? linesOf(words) : kind === 'also' ? linesOf(found) : [];
}

/** Everything that keeps a rule from being published, in the words of editors. */
export function checkRule(rule: RuleDraft, facts: RuleFacts): Problem[] {
  const { kind, until } = rule;
  const words = linesOf(rule.words);
  const problems: Problem[] = [];
  if (!words.length) problems.push({ field: 'words', message: '“词”是空的，请每行写一个词。' });
  if (until && until < facts.today) problems.push({ field: 'until', message: `“有效期至”${until} 已经过去，请写以后的日期，或者不再发布这条规则。` });
  if (kind === 'same' || kind === 'also') problems.push(...termProblems(rule, words, facts));
  else problems.push(...words.filter((word) => word.length > LONGEST_QUERY).map((word) => tooLong(word, LONGEST_QUERY)));
  if (kind === 'best' || kind === 'worst') problems.push(...betProblems(rule, facts));
  return problems;
}

const tooLong = (word: string, most: number): Problem => ({ field: 'words', message: `“${word}”超过 ${most} 个字，请写短一些。` });

function termProblems(rule: RuleDraft, words: readonly string[], { shares }: RuleFacts): Problem[] {
  const found = linesOf(rule.found);
  const problems: Problem[] = [];
  if (rule.kind === 'same' && words.length < 2) problems.push({ field: 'words', message: '同义词至少要两个，请每行写一个。' });
  if (rule.kind === 'same' && words.length > MOST_IN_GROUP) problems.push({ field: 'words', message: `一组同义词最多 ${MOST_IN_GROUP} 个，请分成几条规则。` });
  if (rule.kind === 'also' && !found.length) problems.push({ field: 'found', message: '“也找这些词”是空的，请写文件里的正式说法，每行一个。' });
  const both = rule.kind === 'also' ? words.filter((word) => found.includes(word)) : [];
  if (both.length) problems.push({ field: 'found', message: `“${both[0]}”两边都有，请去掉一边。` });
  for (const word of [...words, ...(rule.kind === 'also' ? found : [])]) {
    const field = words.includes(word) ? 'words' : 'found';
    if ([...word].length < 2) problems.push({ field, message: `“${word}”只有一个字，到处都有，请写完整的词。` });
    if (word.length > LONGEST_TERM) problems.push({ ...tooLong(word, LONGEST_TERM), field });
  }
  for (const word of bringingWords(rule)) {
    const share = shares.get(word) ?? 0;
    if (share > TOO_COMMON)
      problems.push({ field: rule.kind === 'also' ? 'found' : 'words', message: `已发布的标题里有 ${Math.round(share * 100)}% 含有“${word}”，搜这一组里的任何词都会带出它们。请换成更具体的词。` });
  }
  return problems;
}

function betProblems({ kind, target, targetTitle, owner, until }: RuleDraft, facts: RuleFacts): Problem[] {
  const name = kind === 'best' ? '置顶' : '压后';
  const problems: Problem[] = [];
  if (!owner?.trim()) problems.push({ field: 'owner', message: `${name}要写负责人，到期时由他决定要不要续。` });
  if (!until) problems.push({ field: 'until', message: `${name}要写“有效期至”，最长一年。` });
  else if (Date.parse(until) - Date.parse(facts.today) > LONGEST_BET * DAY) problems.push({ field: 'until', message: `${name}最长一年，请把“有效期至”改近一些。` });
  if (!target) return [...problems, { field: 'target', message: `${name}要写页面网址。` }];
  if (facts.target === 'gone') problems.push({ field: 'target', message: `页面 ${target} 已经撤下或者移走，请换成现在的网址。` });
  if (facts.target === 'nothing') problems.push({ field: 'target', message: `本站没有发布过 ${target}，请打开要${name}的页面，复制域名后面的部分。` });
  if (facts.target === 'outside' && kind === 'worst') problems.push({ field: 'target', message: '别的网站不在本站搜索结果里，不用压后。' });
  if ((facts.target === 'outside' || facts.target === 'platform') && !targetTitle?.trim())
    problems.push({ field: 'targetTitle', message: '这个页面没有自己的标题，请写“显示的标题”。' });
  return problems;
}
