import { PATHS, rebaseLinks, type ActiveAlert, type Renderer } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { Site } from '../release/site.ts';

/** The alerts in force at an instant, the gravest first. */
export function activeAlerts(alerts: readonly ActiveAlert[], now: number): ActiveAlert[] {
  const gravity = ['blue', 'yellow', 'orange', 'red'];
  return alerts
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt))
    .sort((a, b) => gravity.indexOf(b.level) - gravity.indexOf(a.level));
}

export interface AlertStrips {
  /** HTML of the strip for a site at an instant; nothing while no alert is in force. */
  stripOf(site: Site, now: number): Promise<string | undefined>;
}

/** Draws the strip once for each set of alerts in force. */
export function createAlertStrips(renderer: Renderer | undefined, log: Logger): AlertStrips {
  let drawn: { key: string; strip: Promise<string | undefined> } | undefined;

  const draw = async (alerts: ActiveAlert[]) => {
    try {
      const drawn = await renderer?.draw({ path: PATHS.home, template: 'AlertStrip', props: { alerts } });
      // It is shown on every page: links relative to one of them would not hold.
      return drawn && rebaseLinks(drawn.body, PATHS.home, { elderly: false, traditional: false });
    } catch (error) {
      // The page itself matters more; its script shows the alert from /alerts.json.
      log.error({ err: error }, 'alert strip cannot be drawn');
      return undefined;
    }
  };

  return {
    async stripOf(site, now) {
      if (site.alerts.length === 0) return undefined;
      const alerts = activeAlerts(site.alerts, now);
      if (alerts.length === 0) return undefined;
      const key = JSON.stringify(alerts);
      if (drawn?.key !== key) drawn = { key, strip: draw(alerts) };
      return drawn.strip;
    },
  };
}
