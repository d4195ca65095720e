import { CommandError } from '../errors.ts';
import { siteOfOutlet } from '../outlet.ts';
import { mainOutlet, type Outlet, type Workshop } from '../workshop.ts';

/** The outlet an operator means, by key or by domain. @throws {CommandError} When there is none of that name. */
export function findOutlet(workshop: Workshop, name: string): Outlet {
  const all = [...workshop.outlets.values()];
  const found = workshop.outlets.get(name) ?? all.find((outlet) => siteOfOutlet(outlet)?.data.domain === name);
  if (!found) throw new CommandError(`没有“${name}”这个网站，现有：${all.map(({ key }) => key).join('、')}`);
  return found;
}

/** The outlet that was named, or else the main one. */
export function findOneOutlet(workshop: Workshop, name: string | undefined): Outlet {
  return name === undefined ? mainOutlet(workshop) : findOutlet(workshop, name);
}

/** The outlet that was named, or else all of them, with those that come while they are gone through. */
export function findOutlets(workshop: Workshop, name: string | undefined): Iterable<Outlet> {
  return name === undefined ? workshop.outlets.values() : [findOutlet(workshop, name)];
}
