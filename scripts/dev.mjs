// npm run dev: the platform with Strapi in development mode; what is edited is rebuilt and restarted.
import { existsSync, watch } from 'node:fs';

import { build, GATEWAY, PLUGINS, PUBLISHER, RENDERER } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at } from './steps/paths.mjs';
import { fail, say } from './steps/say.mjs';
import { startPlatform, stopAll } from './steps/start-platform.mjs';

if (process.argv.includes('--help')) {
  console.log(`用法：npm run dev

以开发方式启动平台：改动后台、插件、模板、发布程序或网关的代码后，自动重新构建并重启受影响的部分。按 Ctrl-C 停止。`);
  process.exit(0);
}

/** Rebuilds a unit soon after one of its inputs changes, then restarts what uses it. */
function rebuildOnChange(unit, processes) {
  let timer;
  const rebuild = async () => {
    try {
      if (!(await build(unit))) return;
      for (const managed of processes) await managed.restart();
      say(`${unit.name}已更新`);
    } catch (error) {
      say(`${unit.name}构建失败：${error.cause?.message ?? error.message}`);
    }
  };
  for (const input of unit.inputs.filter((place) => existsSync(at(place))))
    watch(at(input), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 300);
    });
}

try {
  await install();
  for (const unit of [...PLUGINS, RENDERER, PUBLISHER, GATEWAY]) await build(unit);
  const { platform } = await startPlatform({ cmsCommand: ['develop'], cmsMode: 'development' });
  for (const unit of PLUGINS) rebuildOnChange(unit, [platform.cms]);
  rebuildOnChange(RENDERER, [platform.publisher, platform.gateway]);
  rebuildOnChange(PUBLISHER, [platform.publisher]);
  rebuildOnChange(GATEWAY, [platform.gateway]);
} catch (error) {
  await stopAll();
  fail(error);
}
