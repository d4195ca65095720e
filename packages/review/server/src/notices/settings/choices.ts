import { z } from 'zod';

import { NOTICE_KIND_CODES, type NoticeKindCode } from '../kinds.ts';
import { TIME_OF_DAY } from '../timing/shanghai-time.ts';
import { NIGHT } from '../timing/silence.ts';

/** How a kind of notice reaches somebody by e-mail; in the admin everything is shown. */
export const WAYS = ['now', 'digest', 'off'] as const;
export type Way = (typeof WAYS)[number];

const DIGEST_AT = '08:30';

/** What is worth a letter of its own before somebody says otherwise. */
const USUAL: Record<NoticeKindCode, Way> = {
  waiting: 'now',
  returned: 'now',
  recalled: 'digest',
  reassigned: 'now',
  voided: 'now',
  mention: 'now',
  answer: 'digest',
  // On its last day: a digest of the next day would come too late.
  'due-soon': 'now',
  overdue: 'now',
  scheduled: 'off',
  published: 'digest',
  'publish-failed': 'now',
  withdrawn: 'digest',
  forced: 'now',
  confirmed: 'digest',
  absence: 'now',
  alarm: 'now',
};

const timeOf = (what: string) => z.string().regex(TIME_OF_DAY, `${what}应是“时:分”，例如 08:30。`);

/** Hours of silence as people set them. */
export const silenceSchema = z.strictObject({ from: timeOf('免打扰开始时间'), to: timeOf('免打扰结束时间') }).nullable();

/** What somebody chose for their own notices. */
export const choicesSchema = z.strictObject({
  mail: z.partialRecord(z.enum(NOTICE_KIND_CODES), z.enum(WAYS, '请选择“立即”“汇总”或“不发”。')),
  digestAt: timeOf('汇总发送时间'),
  silence: silenceSchema,
  /** Urgent kinds come in the silence, too. */
  urgentAtNight: z.boolean(),
});
export type Choices = z.infer<typeof choicesSchema>;

/** What holds for whoever has chosen nothing. */
export const USUAL_CHOICES: Choices = { mail: USUAL, digestAt: DIGEST_AT, silence: NIGHT, urgentAtNight: false };

/** Stored choices with the usual ones for what they do not name: kinds are added over the years. */
export function readChoices(stored: string | null | undefined): Choices {
  if (!stored) return USUAL_CHOICES;
  const chosen = JSON.parse(stored) as Partial<Choices>;
  return { ...USUAL_CHOICES, ...chosen, mail: { ...USUAL, ...chosen.mail } };
}
