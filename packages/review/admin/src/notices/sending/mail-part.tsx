import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';

import { Callout } from '../../callout.tsx';
import { Loading } from '../loading.tsx';
import { Part } from '../part.tsx';
import { useLoad } from '../use-load.ts';
import { useSave } from '../use-save.ts';
import { TrialResult, useTrial } from './trial.tsx';

interface Policy {
  mailTitles: boolean;
  mail: { host: string; port: number; tls: 'implicit' | 'starttls' | 'none'; from: string } | null;
  adminUrl: string | null;
  problem: string | null;
}

const TLS = { implicit: '全程加密', starttls: '加密（STARTTLS）', none: '不加密，仅限内网' };

/** Whether letters are sent, and what they say. */
export function MailPart() {
  const { loaded, again, put } = useLoad<Policy>('/review/notices/policy');
  return (
    <Part title="邮件">
      <Loading loaded={loaded} again={again}>
        {(policy) => <MailSettings policy={policy} onSaved={put} />}
      </Loading>
    </Part>
  );
}

function MailSettings({ policy: { mail, adminUrl, mailTitles, problem }, onSaved }: { policy: Policy; onSaved(policy: Policy): void }) {
  const { save, isBusy } = useSave();
  const { result, run, isRunning } = useTrial('/review/notices/mail-trial');
  const keepTitles = async (on: boolean) => {
    const saved = await save<Policy>('put', '/review/notices/policy', { mailTitles: on }, '已保存。');
    if (saved) onSaved(saved.value);
  };
  if (!mail) {
    return (
      <Callout title="没有设置邮件服务器，不会发邮件。">
        <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
          请运维人员设置环境变量 SMTP_HOST 和 MAIL_FROM（需要登录时还有 SMTP_USER、SMTP_PASSWORD），然后重新启动。
        </Typography>
      </Callout>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{`由 ${mail.host}:${mail.port} 发出（${TLS[mail.tls]}），发件人 ${mail.from}。`}</Typography>
      {!adminUrl && <Typography textColor="warning700">没有设置 ADMIN_URL，信和群消息里没有链接。请运维人员设置为大家打开后台用的网址。</Typography>}
      {problem && <Typography textColor="danger700">{`有信没发出去，会继续重试：${problem}`}</Typography>}
      <Checkbox checked={mailTitles} disabled={isBusy} onCheckedChange={(on) => void keepTitles(on === true)}>
        信里写出文章标题（不勾选则只写“等您审核”等事由和链接）
      </Checkbox>
      <Flex gap={3} wrap="wrap">
        <Button variant="secondary" loading={isRunning} onClick={() => void run()}>
          给我发一封测试信
        </Button>
        <TrialResult result={result} />
      </Flex>
    </Flex>
  );
}
