import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { AuditService } from '../audit/service.ts';
import { type Attempts, createAttempts } from '../sign-ins/attempts.ts';
import { makeRecoveryCodes, makeSecret, stepOf, uriOf, type CodeBox } from './codes.ts';
import { type Holder, needsSecondFactor, type SecondFactorSetting } from './requirement.ts';
import { markVerified, standingOf } from './sessions.ts';
import { createFactorStore } from './store.ts';

interface Ability {
  can(action: string): boolean;
}
/** Somebody with the session they ask from. */
export interface Asking {
  user: Holder;
  sessionId: string;
  ability?: Ability | undefined;
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;

interface Parts {
  setting: SecondFactorSetting;
  box: CodeBox;
  audit: AuditService;
  now?: () => Date;
}

const WRONG = '验证码不对，或已经用过。请等手机上出现下一个再输入';
const WRONG_RECOVERY = '恢复码不对，或已经用过。每个恢复码只能用一次';

/** The second factor of one CMS: enrolling, giving it, recovery, and whether a session owes it. */
export function createSecondFactor(strapi: Core.Strapi, { setting, box, audit, now = () => new Date() }: Parts) {
  const store = createFactorStore(strapi, box);
  const attempts: Attempts = createAttempts(strapi, () => now().getTime());
  const subjectOf = ({ id, email }: Holder) => ({ uid: 'admin::user', documentId: id, title: email ?? null });
  const isEnrolled = async (userId: number) => Boolean((await store.find(userId))?.confirmedAt);

  /** Counts before it looks, as for passwords. */
  async function attempt(user: Holder, wrong: string, check: () => Promise<boolean>): Promise<void> {
    const counts = [{ rule: 'second' as const, of: String(user.id) }];
    const wait = await attempts.begin(counts);
    if (wait > 0) throw new errors.RateLimitError(`尝试次数太多，请在 ${Math.ceil(wait / 60_000)} 分钟后再试`);
    if (await check()) return attempts.forgive(counts);
    await audit.record({ action: 'second-factor.fail', subject: subjectOf(user) });
    throw new errors.ValidationError(wrong);
  }
  const checkCode = (user: Holder, secret: string, code: string) =>
    attempt(user, WRONG, async () => {
      const step = stepOf(secret, code, now());
      return step !== undefined && store.takeStep(user.id, step);
    });
  async function requireFactor(user: Holder) {
    const factor = await store.find(user.id);
    if (!factor?.confirmedAt) throw new errors.ValidationError('您还没有启用第二验证');
    return factor;
  }
  const isOwed = async ({ user, ability }: Omit<Asking, 'sessionId'>) => setting.mode !== 'off' && (needsSecondFactor(setting, user, ability) || (await isEnrolled(user.id)));

  return {
    store,
    /** Where a session stands: `open` for everything, `pending` until the second factor is given, `over`. */
    async standing(sessionId: string, user: Holder, ability?: Ability): Promise<'open' | 'pending' | 'over'> {
      const standing = await standingOf(strapi, sessionId);
      if (standing === 'over') return 'over';
      return standing === 'verified' || !(await isOwed({ user, ability })) ? 'open' : 'pending';
    },
    async describe({ user, sessionId, ability }: Asking) {
      return {
        account: user.email ?? '',
        isRequired: needsSecondFactor(setting, user, ability),
        isEnrolled: await isEnrolled(user.id),
        isPending: (await this.standing(sessionId, user, ability)) === 'pending',
        recoveryCodesLeft: await store.countCodes(user.id),
      };
    },
    /** Hands out a secret to scan. @throws {errors.ValidationError} When one is bound already. */
    async begin({ user }: Asking) {
      if (await isEnrolled(user.id)) throw new errors.ValidationError('第二验证已经启用。要换手机，请先停用，或请另一位管理员重置');
      const secret = makeSecret();
      await store.begin(user.id, secret, now());
      return { secret, uri: uriOf(secret, user.email ?? String(user.id)) };
    },
    /** Binds the secret once a first code shows that it was scanned. Answers recovery codes: they are shown this once. */
    async confirm({ user, sessionId }: Asking, code: string) {
      const factor = await store.find(user.id);
      if (!factor || factor.confirmedAt) throw new errors.ValidationError('请先扫描二维码');
      await checkCode(user, factor.secret, code);
      const codes = makeRecoveryCodes();
      await strapi.db.transaction(async () => {
        await store.confirm(user.id, now());
        await store.replaceCodes(user.id, codes);
        await markVerified(strapi, sessionId, now());
        await audit.record({ action: 'second-factor.enrol', subject: subjectOf(user) });
      });
      return codes;
    },
    async verify({ user, sessionId }: Asking, code: string) {
      await checkCode(user, (await requireFactor(user)).secret, code);
      await markVerified(strapi, sessionId, now());
      await audit.record({ action: 'second-factor.succeed', subject: subjectOf(user) });
    },
    async recover({ user, sessionId }: Asking, recoveryCode: string) {
      await requireFactor(user);
      await attempt(user, WRONG_RECOVERY, () => store.takeCode(user.id, recoveryCode, now()));
      await markVerified(strapi, sessionId, now());
      await audit.record({ action: 'second-factor.recover', subject: subjectOf(user), after: { left: await store.countCodes(user.id) } });
    },
    async renewCodes({ user }: Asking, code: string) {
      await checkCode(user, (await requireFactor(user)).secret, code);
      const codes = makeRecoveryCodes();
      await store.replaceCodes(user.id, codes);
      await audit.record({ action: 'second-factor.renew-codes', subject: subjectOf(user) });
      return codes;
    },
    async remove({ user, ability }: Asking, code: string) {
      await checkCode(user, (await requireFactor(user)).secret, code);
      await store.remove(user.id);
      await audit.record({ action: 'second-factor.remove', subject: subjectOf(user), note: needsSecondFactor(setting, user, ability) ? '下次登录要重新启用' : null });
    },
    /** Takes a lost factor from somebody's account and ends their sessions. */
    async reset(user: Holder) {
      await strapi.db.transaction(async () => {
        await store.remove(user.id);
        await strapi.sessionManager('admin').invalidateRefreshToken(String(user.id));
        await audit.record({ action: 'second-factor.reset', subject: subjectOf(user) });
      });
    },
    needs: (user: Holder) => needsSecondFactor(setting, user),
  };
}
