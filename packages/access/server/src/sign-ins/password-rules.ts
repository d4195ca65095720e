import { COMMON_WORDS } from './common-words.ts';

/** The shortest password (等保三级 wants complexity, ASVS 5.0 § 6.2.1 at least 8). */
export const SHORTEST = 10;

export interface Owner {
  email?: string | null | undefined;
  firstname?: string | null | undefined;
  lastname?: string | null | undefined;
}

/**
 * Says in Chinese what is wrong with a password, or nothing. Letters of both cases and a digit are asked for by Strapi
 * itself.
 */
export function describeWeakPassword(password: string, { email, firstname, lastname }: Owner = {}): string | undefined {
  if ([...password].length < SHORTEST) return `密码至少要 ${SHORTEST} 个字符`;
  const folded = fold(password);
  if (new Set(password.toLowerCase()).size < 5) return '密码里不同的字符太少，请换一个';
  const own = [email?.split('@')[0], email, firstname, lastname, `${lastname ?? ''}${firstname ?? ''}`].flatMap((part) => (part && [...part].length >= 3 ? [fold(part)] : []));
  if (own.some((part) => folded.includes(part) && part.length * 2 >= folded.length)) return '密码不能由您的姓名或邮箱组成，请换一个';
  if (isCommon(folded)) return '这个密码太常见，容易被猜中，请换一个，比如几个不相干的词加数字';
  return undefined;
}

/** Letters in place of the digits and signs people put for them. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/3/g, 'e').replace(/[^\p{L}\p{N}]/gu, '');
}

/** What is left when the words everybody takes and rows of keys are taken out. */
function isCommon(folded: string): boolean {
  let rest = folded;
  for (const word of COMMON_WORDS) rest = rest.replaceAll(fold(word), ' ');
  const left = rest.replace(/(\p{L}|\p{N})\1+/gu, '').replace(/[\d oase]/g, '');
  return left.length < 3;
}
