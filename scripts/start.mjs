// npm start: from a fresh checkout to a running portal. Uses Node's own modules only, until the dependencies are there.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`\n出错了：当前 Node.js 是 ${process.versions.node}，需要 20.19 或更新的版本。\n怎么办：到 https://nodejs.org/ 下载安装，或用 nvm install 20。`);
  process.exit(1);
}

const HELP = `用法：npm start [-- 选项]

安装、构建并启动整个平台：内容管理后台、发布程序、门户网关。第一次启动会装入示例城市“望川”。

  --empty   不装示例城市，从空站点开始（只在第一次启动时有用）
  --cms     只启动内容管理后台：同一个 PostgreSQL 上的第二个后台进程
  --help    显示这段说明

环境变量：PORT 门户端口（8080），CMS_PORT 后台端口（1337），PUBLISHER_PORT 发布程序端口（4100），
          HOST 监听地址（127.0.0.1），DATA_DIR 数据目录（./data），DATABASE_URL 使用 PostgreSQL。
按 Ctrl-C 停止。`;

const KNOWN = new Set(['--empty', '--cms', '--help']);
const options = process.argv.slice(2);

async function main() {
  const { fail, say, Trouble } = await import('./steps/say.mjs');
  const unknown = options.filter((option) => !KNOWN.has(option));
  if (options.includes('--help')) return void console.log(HELP);
  if (unknown.length) return fail(new Trouble(`不认识的选项：${unknown.join(' ')}`, '运行 npm start -- --help 查看用法。'));
  try {
    const { install } = await import('./steps/install.mjs');
    const { buildAll } = await import('./steps/build.mjs');
    const { startPlatform } = await import('./steps/start-platform.mjs');
    await install();
    await buildAll();
    await startPlatform({ empty: options.includes('--empty'), onlyCms: options.includes('--cms') });
  } catch (error) {
    const { stopAll } = await import('./steps/start-platform.mjs');
    await stopAll();
    say('没有启动成功。');
    fail(error);
  }
}

await main();
