import type { RobotService } from './service.ts';

/** Where the services take messages of robots, as their documentation names it. */
const PUBLIC: Record<RobotService, { origin: string; path: RegExp; example: string }> = {
  wecom: {
    origin: 'https://qyapi.weixin.qq.com',
    path: /^\/cgi-bin\/webhook\/send$/,
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=……',
  },
  dingtalk: {
    origin: 'https://oapi.dingtalk.com',
    path: /^\/robot\/send$/,
    example: 'https://oapi.dingtalk.com/robot/send?access_token=……',
  },
  feishu: {
    origin: 'https://open.feishu.cn',
    path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
    example: 'https://open.feishu.cn/open-apis/bot/v2/hook/……',
  },
};

/**
 * Finds what is wrong with a robot's address. The CMS calls only the three services, so that nobody makes it call
 * something in the house; an operator may allow other origins (NOTICE_ORIGINS), for services that run in the house.
 * @returns A sentence with the remedy, or undefined when it may be called.
 */
export function findAddressProblem(service: RobotService, address: string, allowed: readonly string[]): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const { origin, path, example } = PUBLIC[service];
  if (!url) return `这不是网址。请从群机器人的设置页完整复制，例如 ${example}`;
  if (url.username || url.password || url.hash) return '网址里不能带用户名、密码或 # 号。';
  if (allowed.includes(url.origin)) return undefined;
  if (url.protocol !== 'https:') return '网址要以 https:// 开头。';
  if (url.origin !== origin) return `只能发到 ${new URL(origin).host}。私有部署的服务请运维人员在 NOTICE_ORIGINS 中登记。`;
  if (!path.test(url.pathname)) return `网址不完整，应像 ${example}`;
  return undefined;
}
