import type { RobotService } from '../../../../server/src/notices/robots/service.ts';

/** What the services are called. */
export const SERVICE_LABELS: Record<RobotService, string> = { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' };

/** Where the address of a robot is found, and what its secret is called. */
export const SERVICE_HINTS: Record<RobotService, { address: string; secret?: string }> = {
  wecom: { address: '群设置 → 消息推送（群机器人）→ 添加，复制 Webhook 地址' },
  dingtalk: { address: '群设置 → 机器人 → 添加“自定义”，复制 Webhook 地址', secret: '安全设置选“加签”时显示的密钥，以 SEC 开头' },
  feishu: { address: '群设置 → 群机器人 → 添加“自定义机器人”，复制 Webhook 地址', secret: '安全设置选“签名校验”时显示的密钥' },
};
