// npm test: installs what it needs, checks and tests everything, and ends with `N passed, N failed` over all runners.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`出错了：需要 Node.js 20.19 或更新的版本，当前是 ${process.versions.node}。`);
  process.exit(1);
}
if (process.argv.includes('--help')) {
  console.log(`用法：npm test            类型、规范、依赖规则、单元、集成和浏览器测试
      npm run test:long   长时间的测试（随机序列、断电、规模）`);
  process.exit(0);
}

const { fail } = await import('./steps/say.mjs');
try {
  const { install } = await import('./steps/install.mjs');
  const { buildAll } = await import('./steps/build.mjs');
  const { findBrowser } = await import('./steps/browser.mjs');
  const { findPostgres } = await import('./steps/postgres.mjs');
  const { checkSource, runAllTests } = await import('./steps/test-runners.mjs');
  await install();
  const browser = await findBrowser();
  await findPostgres();
  const long = process.argv.includes('--long');
  const [checked] = await Promise.all([long ? [] : checkSource(), buildAll()]);
  const { passed, failed } = await runAllTests({ long, browser, checked });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
} catch (error) {
  fail(error);
}
