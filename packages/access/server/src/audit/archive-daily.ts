import type { Core } from '@strapi/strapi';

import { auditOf, reportFindings } from './audit.ts';

/** Every night, when nobody works: looks at the end of the chain and moves rows older than a year into files. */
export function archiveDaily(strapi: Core.Strapi): void {
  strapi.cron.add({
    'access-audit': {
      task: async () => {
        await reportFindings(strapi);
        const gone = await auditOf(strapi).service.archive(new Date());
        if (gone > 0) strapi.log.info(`[审计] 归档了 ${gone} 行一年以前的审计记录`);
      },
      options: { rule: '40 3 * * *', tz: 'Asia/Shanghai' },
    },
  });
}
