import type { AgencyCard, ServiceCard } from '@mingchuang/content';

import type { Wanted } from './understand.ts';

/** What can be asked of a service or an agency, as its card has it; nothing where it has none. */
export const factsOf = (card: ServiceCard | AgencyCard, want: Wanted): readonly string[] => (card.kind === 'agency' ? factsOfAgency(card, want) : factsOfService(card, want));

function factsOfAgency({ phone, address, transit, hours }: AgencyCard, want: Wanted): readonly string[] {
  const facts: Partial<Record<Wanted, (string | undefined)[]>> = { phone: [phone], place: [address, transit], hours: [hours] };
  return (facts[want] ?? []).filter((fact) => fact !== undefined);
}

function factsOfService(card: ServiceCard, want: Wanted): readonly string[] {
  switch (want) {
    case 'place':
      return (card.places ?? []).map(({ name, address, hours, phone }) => [name, address, hours, phone].filter(Boolean).join('，'));
    case 'hours':
      return (card.places ?? []).map(({ name, hours }) => `${name}：${hours}`);
    case 'phone':
      return [...new Set([card.phone, ...(card.places ?? []).map(({ phone }) => phone)])].filter((phone) => phone !== undefined);
    case 'materials':
    case 'conditions':
    case 'steps':
      return card[want] ?? [];
    case 'online':
      return card.ways ? [card.ways] : [];
    default:
      return (card[want] ?? '').split('\n').filter(Boolean);
  }
}
