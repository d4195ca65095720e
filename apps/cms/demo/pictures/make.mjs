/**
 * Draws the pictures of the demo city: `node apps/cms/demo/pictures/make.mjs [name…]`. The same source always gives
 * the same picture; the WebP files are committed, so that nothing is drawn when the city is loaded.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { childcareCost, liftCost } from './scenes/figures.mjs';
import { charging, clinic, heating, nightBus, nursery } from './scenes/life.mjs';
import { certificates } from './scenes/certificates.mjs';
import { egrets, lanterns, letterHouse, rapeFlowers, teaOil, workshops } from './scenes/country.mjs';
import { landSubsidy, schoolDates, schoolOrder, schoolPapers } from './scenes/guides.mjs';
import { ferry, floodGauge, lotus, riverBridge } from './scenes/river.mjs';
import { coldWave, dryingYard, nightMarket } from './scenes/seasons.mjs';
import { lift, oldLane, planeTrees, schoolCrossing, station } from './scenes/town.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const LARGEST = 60_000;

const SCENES = {
  'river-bridge': riverBridge,
  ferry,
  'flood-gauge': floodGauge,
  lotus,
  lift,
  'old-lane': oldLane,
  station,
  'school-crossing': schoolCrossing,
  'plane-trees': planeTrees,
  heating,
  'night-bus': nightBus,
  nursery,
  clinic,
  charging,
  'drying-yard': dryingYard,
  'cold-wave': coldWave,
  'night-market': nightMarket,
  'lift-cost': liftCost,
  'childcare-cost': childcareCost,
  'tea-oil': teaOil,
  workshops,
  'letter-house': letterHouse,
  lanterns,
  'rape-flowers': rapeFlowers,
  egrets,
  'school-order': schoolOrder,
  'school-dates': schoolDates,
  'school-papers': schoolPapers,
  'land-subsidy': landSubsidy,
  ...certificates,
};

/** Sharp comes with Strapi's upload plugin. */
function loadSharp() {
  const strapi = createRequire(join(FOLDER, '../../package.json')).resolve('@strapi/strapi/package.json');
  return createRequire(createRequire(strapi).resolve('@strapi/upload/package.json'))('sharp');
}

const sharp = loadSharp();
const wanted = process.argv.slice(2);
for (const [name, draw] of Object.entries(SCENES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bytes = await sharp(Buffer.from(draw()), { density: 72 }).webp({ quality: 82, effort: 6 }).toBuffer();
  if (bytes.length > LARGEST) throw new Error(`${name} has ${bytes.length} bytes, at most ${LARGEST} are allowed`);
  writeFileSync(join(FOLDER, `${name}.webp`), bytes);
  console.log(`${name}.webp ${bytes.length}`);
}
