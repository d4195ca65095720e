import { Box, EmptyStateLayout, Field, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import type { VersionShown } from '../../../server/src/versions/controller.ts';
import type { Section } from '../../../server/src/versions/difference/types.ts';
import { sayTime } from '../panel/say-time.ts';
import { type Identity, useLoaded } from '../reach.ts';
import { SectionView } from './difference-view.tsx';

interface DifferenceCardProps {
  identity: Identity;
  versions: readonly VersionShown[];
  hasLive: boolean;
  chosen: readonly [string, string];
  onCompare: (before: string, after: string) => void;
}

/** Two versions side by side; any two can be chosen. */
export function DifferenceCard({ identity, versions, hasLive, chosen: [before, after], onCompare }: DifferenceCardProps) {
  const options = [
    { value: 'draft', label: '草稿（现在）' },
    ...(hasLive ? [{ value: 'live', label: '线上（访客看到的）' }] : []),
    ...versions.map(({ number, cause, at, by }) => ({ value: String(number), label: `第 ${number} 版 · ${cause} · ${sayTime(at, new Date())} · ${by}` })),
  ];
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" aria-label="对照">
      <Flex gap={4} paddingBottom={6} wrap="wrap" alignItems="stretch">
        <Choice label="左边：原来的" options={options} value={before} onChange={(value) => onCompare(value, after)} />
        <Choice label="右边：后来的" options={options} value={after} onChange={(value) => onCompare(before, value)} />
      </Flex>
      <Difference key={`${before}-${after}`} identity={identity} before={before} after={after} />
    </Box>
  );
}

interface ChoiceProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Box flex="1 1 20rem" minWidth={0}>
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        <SingleSelect value={value} onChange={(next) => onChange(String(next))}>
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );
}

function Difference({ identity, before, after }: { identity: Identity; before: string; after: string }) {
  const [loaded] = useLoaded<{ sections: Section[] }>(identity, `versions/${before}/difference/${after}`);
  if (loaded.state === 'loading') return <Loader>正在对照…</Loader>;
  if (loaded.state === 'failed') return <EmptyStateLayout content={loaded.message} />;
  const { sections } = loaded.value;
  if (sections.length === 0) return <EmptyStateLayout content="这两版的内容完全一样。" />;
  return (
    <>
      <Typography tag="p" paddingBottom={4} textColor="neutral700">
        {`${sections.length} 项有变化：${sections.map(({ label }) => label).join('、')}。红底加删除线的是去掉的，绿底加下划线的是新加的。`}
      </Typography>
      {sections.map((section) => (
        <SectionView key={section.field} section={section} />
      ))}
    </>
  );
}
