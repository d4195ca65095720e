import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeFolder } from '../testing/example-publisher.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const DEPLOY = join(ROOT, 'docs/deploy');
const read = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');
const { parse } = createRequire(join(ROOT, 'package.json'))('yaml') as { parse(text: string, options: { merge: boolean }): unknown };

interface Service {
  working_dir: string;
  command: string[];
  env_file: string[];
  environment: Record<string, string>;
  ports?: string[];
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
}

/** What each process reads of its environment. */
const READERS: Record<string, string> = { cms: 'apps/cms/src/environment.ts', publisher: 'apps/publisher/src/settings.ts', gateway: 'apps/gateway/src/environment.ts' };

let folder: ReturnType<typeof makeFolder>;
beforeAll(() => void (folder = makeFolder()));
afterAll(() => folder.remove());

function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the environment files', () => {
  test('hold everything each process asks for, readable by their owner alone', () => {
    const target = join(folder.path, 'environment');
    execFileSync(process.execPath, ['scripts/write-environment.mjs', target], { cwd: ROOT, env: { PATH: process.env.PATH, DATA_DIR: join(folder.path, 'data'), PORTAL_URL: 'https://www.wangchuan.example' } });
    expect(readdirSync(target).sort()).toEqual(['cms.env', 'gateway.env', 'mingchuang.env', 'publisher.env']);
    const read = (name: string) => Object.fromEntries(readFileSync(join(target, `${name}.env`), 'utf8').trim().split('\n').map((line) => /^(\w+)='(.*)'$/.exec(line)!.slice(1) as [string, string]));
    for (const name of Object.keys(READERS)) {
      expect(execFileSync('stat', ['-c', '%a', join(target, `${name}.env`)]).toString().trim()).toBe('600');
      const code = readFileSync(join(ROOT, READERS[name]!), 'utf8');
      const unknown = Object.keys(read(name)).filter((variable) => !['PROGRAM', 'NODE_ENV', 'HOST', 'STRAPI_TELEMETRY_DISABLED'].includes(variable) && !code.includes(variable));
      expect(unknown, `${name} reads all it is given`).toEqual([]);
      expect(existsSync(join(ROOT, 'apps', name, read(name).PROGRAM!.split(' ')[0]!)), read(name).PROGRAM).toBe(true);
    }
    expect(read('cms').PORTAL_URL).toBe('https://www.wangchuan.example');
    expect(read('gateway')).not.toHaveProperty('CASE_KEY');
    expect(read('publisher')).not.toHaveProperty('ADMIN_JWT_SECRET');
  });
});

describe('the compose file', () => {
  const { services } = parse(read('compose/compose.yaml'), { merge: true }) as { services: Record<string, Service> };

  test('runs programs that are there, with variables the code reads, from the working folder of each app', () => {
    expect(Object.keys(services)).toEqual(['cms', 'publisher', 'gateway']);
    for (const [name, { working_dir, command, env_file, environment }] of Object.entries(services)) {
      expect(working_dir).toBe(`/opt/mingchuang/apps/${name}`);
      expect(command[0]).toBe('node');
      expect(existsSync(join(ROOT, 'apps', name, command[1]!)), command[1]).toBe(true);
      expect(env_file).toEqual([`environment/${name}.env`]);
      const code = readFileSync(join(ROOT, READERS[name]!), 'utf8');
      for (const variable of Object.keys(environment)) expect(code, `${name} reads ${variable}`).toContain(variable);
    }
  });

  test('opens cms and gateway on this machine only, the publisher not at all, and lets none of them have more rights', () => {
    expect(services.cms!.ports).toEqual(['127.0.0.1:1337:1337']);
    expect(services.gateway!.ports).toEqual(['127.0.0.1:8080:8080']);
    expect(services.publisher!.ports).toBeUndefined();
    for (const { read_only, cap_drop, security_opt } of Object.values(services)) expect([read_only, cap_drop, security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
  });
});

describe('the workflow', () => {
  interface Workflow {
    on: Record<string, unknown>;
    permissions: object;
    concurrency: object;
    jobs: { publish: { 'timeout-minutes': number; steps: { uses?: string; run?: string; env?: Record<string, string> }[] } };
  }
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/publish.yml'), 'utf8'), { merge: true }) as Workflow;
  const { publish } = workflow.jobs;

  test('is started by the event the feed sends and by hand, may only read, and ends', () => {
    const event = /event_type: '([^']+)'/.exec(readFileSync(join(ROOT, 'packages/feed/server/src/nudge.ts'), 'utf8'))![1];
    expect(workflow.on).toEqual({ repository_dispatch: { types: [event] }, workflow_dispatch: null });
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(publish['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  test('uses pinned actions, calls the script, and gives it only settings it knows', () => {
    for (const { uses } of publish.steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const script = publish.steps.find(({ run }) => run)!;
    expect(script.run).toBe('node scripts/publish-static.mjs');
    const known = ['build-site', 'deploy'].map((name) => readFileSync(join(ROOT, `scripts/static/${name}.mjs`), 'utf8')).join('\n');
    for (const [name, value] of Object.entries(script.env!)) {
      expect(known, name).toContain(name);
      expect(value).toBe(`\${{ ${/TOKEN|KEY$|KEY_ID|CMS_URL/.test(name) ? 'secrets' : 'vars'}.${name} }}`);
    }
  });
});

describe('the systemd units', () => {
  test.skipIf(!hasProgram('systemd-analyze') || !existsSync('/usr/bin/node'))('are understood by systemd', () => {
    const units = readdirSync(join(DEPLOY, 'systemd')).map((name) => join(DEPLOY, 'systemd', name));
    expect(execFileSync('sh', ['-c', 'systemd-analyze verify "$@" 2>&1', 'sh', ...units], { encoding: 'utf8' })).toBe('');
  });

  test('harden every process and keep secrets out of the unit', () => {
    const unit = read('systemd/mingchuang@.service');
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'Restart=always', 'MemoryMax=2G', 'EnvironmentFile=/etc/mingchuang/%i.env', 'CapabilityBoundingSet=']) expect(unit.split('\n')).toContain(line);
    expect(unit).not.toMatch(/^Environment=.*(KEY|TOKEN|SECRET)/m);
  });
});

describe('the nginx configuration of the city', () => {
  test.skipIf(!existsSync('/usr/sbin/nginx') || !hasProgram('openssl'))('is accepted by nginx together with what an export writes', () => {
    const at = (name: string) => join(folder.path, name);
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=test', '-days', '1', '-keyout', at('key.pem'), '-out', at('cert.pem')], { stdio: 'ignore' });
    writeFileSync(at('http.conf'), '');
    writeFileSync(at('server.conf'), 'location / { proxy_pass http://mingchuang_gateway; }');
    const conf = read('nginx/portal.conf')
      .replaceAll('/srv/mingchuang/site/_routes/', `${folder.path}/`)
      .replace(/ssl_certificate_key .*/g, `ssl_certificate_key ${at('key.pem')};`)
      .replace(/ssl_certificate .*/g, `ssl_certificate ${at('cert.pem')};`);
    writeFileSync(at('nginx.conf'), `pid ${at('pid')}; error_log stderr; events { } http { ${conf} }`);
    expect(execFileSync('sh', ['-c', `/usr/sbin/nginx -t -q -p ${folder.path} -c ${at('nginx.conf')} 2>&1 || true`], { encoding: 'utf8' })).toBe('');
  });
});
