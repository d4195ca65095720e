import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import { NOTICE_KIND_CODES, NOTICE_KINDS, type NoticeKindCode } from '../../../../server/src/notices/kinds.ts';
import type { Way } from '../../../../server/src/notices/settings/choices.ts';

const WAYS: readonly { way: Way; label: string }[] = [
  { way: 'now', label: '立即发信' },
  { way: 'digest', label: '放进每日汇总' },
  { way: 'off', label: '不发信' },
];

type Mail = Partial<Record<NoticeKindCode, Way>>;

/** A line for every kind of notice, with the way it comes. */
export function KindWays({ mail, onChange }: { mail: Mail; onChange(mail: Mail): void }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} maxWidth="64rem">
      {NOTICE_KIND_CODES.map((kind) => {
        const { label } = NOTICE_KINDS[kind];
        return (
          <Flex tag="li" key={kind} justifyContent="space-between" gap={3}>
            <Typography id={`kind-${kind}`}>{label}</Typography>
            <Flex flex="0 0 auto" width="17rem" direction="column" alignItems="stretch">
              <SingleSelect aria-label={label} size="S" value={mail[kind] ?? 'now'} onChange={(way) => onChange({ ...mail, [kind]: way as Way })}>
                {WAYS.map(({ way, label: name }) => (
                  <SingleSelectOption key={way} value={way}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Flex>
          </Flex>
        );
      })}
    </Flex>
  );
}
