import { describe, expect, test } from 'vitest';

import { parseCommandLine, USAGE } from './command-line.ts';

describe('parseCommandLine', () => {
  test.each([
    [['run'], { verb: 'run' }],
    [['rollback', 'x'], { verb: 'rollback', id: 'x' }],
    [['verify', '--live'], { verb: 'verify' }],
    [['verify', '--full'], { verb: 'verify', full: true }],
    [['prune', '--keep', '3'], { verb: 'prune', keep: 3 }],
    [['prune'], { verb: 'prune', keep: 100 }],
    [['ledger'], { verb: 'ledger', limit: 20 }],
    [['export', '/tmp/a'], { verb: 'export', folder: '/tmp/a' }],
  ])('reads %j', (args, command) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'command', command });
  });

  test.each([
    [[], '请写明要做什么'],
    [['fly'], '没有“fly”这个命令'],
    [['rollback'], '请写明回退到哪个发布版本'],
    [['run', 'x'], '“run”后面的内容太多'],
    [['prune', '--keep', '0'], '--keep 应当是一个大于 0 的整数'],
    [['verify'], 'verify --live 或 verify --full'],
    [['deploy'], '由 npm run publish -- deploy 运行'],
    [['run', '--fast'], '看不懂 --fast'],
  ])('refuses %j in plain words', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(message);
  });

  test('explains itself and every command', () => {
    expect(parseCommandLine(['--help'])).toEqual({ kind: 'help', text: USAGE });
    for (const verb of ['run', 'releases', 'rollback', 'resume', 'verify', 'prune', 'ledger', 'deploy', 'export']) {
      expect(parseCommandLine([verb, '--help'])).toMatchObject({ kind: 'help', text: expect.stringContaining(`npm run publish -- ${verb}`) });
    }
  });
});
