import { GROUPS, OWN_TYPES } from '../home/types.ts';

interface MenuLink {
  uid: string;
  title: string;
}
interface Section {
  id: string;
  title: string;
  links: MenuLink[];
}

const SECTIONS = [...GROUPS, { title: '网站', types: OWN_TYPES }];

/** Puts the types at the left of the content manager into the groups of the home page; what no group has comes last. */
export function groupTypes(menu: Section[]): Section[] {
  const links = menu.flatMap((section) => section.links);
  const grouped = SECTIONS.map(({ title, types }) => ({
    id: title,
    title,
    links: types.flatMap(({ uid }) => links.filter((link) => link.uid === uid)),
  }));
  const known = new Set(SECTIONS.flatMap(({ types }) => types.map(({ uid }) => uid)));
  const others = { id: 'others', title: '其他', links: links.filter(({ uid }) => !known.has(uid)) };
  return [...grouped, others].filter((section) => section.links.length > 0);
}

declare global {
  interface Window {
    /** Called by Strapi's menu (see ../rewritings.ts). */
    groupTypes?: typeof groupTypes;
  }
}
