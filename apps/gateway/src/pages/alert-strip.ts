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
  /** HTML of the strip of a page of a site at an instant; nothing while no alert is in force. */
  stripOf(site: Site, now: number, page: string): Promise<string | undefined>;
}

const ENGLISH_HOME = '/en/';
/** The home page in the language of a page. */
const homeOf = (page: string) => (page.startsWith(ENGLISH_HOME) ? ENGLISH_HOME : PATHS.home);

/** Draws the strip of a site once for each set of alerts in force, in each language. */
export function createAlertStrips(renderer: Renderer | undefined, log: Logger): AlertStrips {
  const drawn = new WeakMap<Site, Map<string, { key: string; strip: Promise<string | undefined> }>>();

  const draw = async (alerts: ActiveAlert[], path: string) => {
    try {
      const page = await renderer?.draw({ path, template: 'AlertStrip', props: { alerts } });
      // It is shown on every page: links relative to one of them would not hold.
      return page && rebaseLinks(page.body, path, { elderly: false, traditional: false });
    } catch (error) {
      // The page itself matters more; its script shows the alert from /alerts.json.
      log.error({ err: error }, 'alert strip cannot be drawn');
      return undefined;
    }
  };

  return {
    async stripOf(site, now, page) {
      if (site.alerts.length === 0) return undefined;
      const alerts = activeAlerts(site.alerts, now);
      if (alerts.length === 0) return undefined;
      const key = JSON.stringify(alerts);
      const home = homeOf(page);
      const ofSite = drawn.get(site) ?? new Map<string, { key: string; strip: Promise<string | undefined> }>();
      drawn.set(site, ofSite);
      const known = ofSite.get(home);
      if (known?.key === key) return known.strip;
      const strip = draw(alerts, home);
      ofSite.set(home, { key, strip });
      return strip;
    },
  };
}
