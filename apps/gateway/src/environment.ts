import { isIP } from 'node:net';

import { t } from './strings/text.ts';
import type { TrustedProxies } from './serve/create-server.ts';

export interface Environment {
  host: string;
  port: number;
  dataDir: string;
  cmsUrl: string;
  gatewayToken: string;
  releasePublicKeyFile: string;
  rendererDir: string;
  caseQueueKey: Buffer;
  /** Database of the search on the server; without it browsers search by themselves. */
  searchDatabaseUrl: string | undefined;
  trustProxy: TrustedProxies;
}

/** Some settings are missing or wrong. The message names each of them and what to do, in the operator's language. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * Reads the settings: the one place that looks at `process.env`.
 * @throws {EnvironmentError} Naming everything that is wrong at once.
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const problems: string[] = [];
  const invalid = (name: string, problem: string, remedy: string) =>
    void problems.push(t('environment.invalid', { name, problem, remedy }));
  const required = (name: string, remedy: string): string => {
    const value = source[name]?.trim() ?? '';
    if (value === '') problems.push(t('environment.missing', { name, remedy }));
    return value;
  };

  const dataDir = required('DATA_DIR', '请设为数据目录，与发布程序的 DATA_DIR 相同');
  const cmsUrl = required('CMS_URL', '请设为内容管理后台的地址，例如 http://127.0.0.1:1337');
  if (cmsUrl !== '' && !/^https?:\/\//.test(cmsUrl)) invalid('CMS_URL', '不是 http 地址', '请写成 http://127.0.0.1:1337 这样');
  const gatewayToken = required('GATEWAY_TOKEN', '请设为后台给网关的令牌，与后台的 GATEWAY_TOKEN 相同');
  const releasePublicKeyFile = required('RELEASE_PUBLIC_KEY_FILE', '请设为发布公钥文件，发布程序第一次启动时会生成');
  const rendererDir = required('RENDERER_DIR', '请设为门户模板的目录，例如 apps/portal/dist-renderer');

  const caseQueueKey = Buffer.from(required('CASE_QUEUE_KEY', '请用 openssl rand -base64 32 生成，并妥善保存'), 'base64');
  if (source.CASE_QUEUE_KEY?.trim() && caseQueueKey.length !== 32)
    invalid('CASE_QUEUE_KEY', `应为 32 字节，现在是 ${caseQueueKey.length} 字节`, '请用 openssl rand -base64 32 生成');

  const searchDatabaseUrl = source.SEARCH_DATABASE_URL?.trim() || undefined;
  if (searchDatabaseUrl && !/^postgres(?:ql)?:\/\//.test(searchDatabaseUrl))
    invalid('SEARCH_DATABASE_URL', '不是 PostgreSQL 的地址', '请写成 postgres://用户:密码@主机/库名 这样；不用服务器检索就不要设');

  const port = Number(source.PORT?.trim() || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) invalid('PORT', '不是端口号', '请写 1 到 65535 之间的整数');

  const trustProxy = readTrustedProxies(source.TRUST_PROXY?.trim() ?? '');
  if (trustProxy === undefined) invalid('TRUST_PROXY', '认不出来', '请写代理的地址或网段，用逗号分开，例如 127.0.0.1,10.0.0.0/8；代理在本机或内网时写 true');

  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  const host = source.HOST?.trim() || 'localhost';
  return { host, port, dataDir, cmsUrl, gatewayToken, releasePublicKeyFile, rendererDir, caseQueueKey, searchDatabaseUrl, trustProxy: trustProxy! };
}

/** `true` means this machine and its own network: to believe everyone would let each visitor claim any address. */
function readTrustedProxies(value: string): TrustedProxies | undefined {
  if (value === '' || value === 'false') return false;
  if (value === 'true') return ['loopback', 'uniquelocal'];
  const addresses = value.split(',').map((one) => one.trim());
  const names = ['loopback', 'linklocal', 'uniquelocal'];
  return addresses.every((one) => names.includes(one) || isIP(one.split('/', 1)[0]!) > 0) ? addresses : undefined;
}
