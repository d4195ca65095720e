import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { checkAnnualTables, SUM_CELLS, withTotals } from '@mingchuang/content/annual-arithmetic';
import { PROACTIVE_TABLE, REMEDIES_TABLE, REQUESTS_TABLE } from '@mingchuang/content/annual-tables';
import { useMemo } from 'react';

import type { FieldProps } from '../field-props.ts';
import type { Sheet } from './cell.tsx';
import { ProactiveGrid, RemediesGrid, RequestsGrid } from './grids.tsx';
import { Grids } from './styles.ts';

type Figures = Record<string, number>;

/** What is stored, whether it comes as an object or as its text. */
function readFigures(value: unknown): Figures {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return read && typeof read === 'object' ? (read as Figures) : {};
  } catch {
    return {};
  }
}

/** The figures that are typed; totals are worked out. */
const typedOf = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([cell]) => !SUM_CELLS.has(cell)));

/**
 * 二、三、四：法定统计表, as the form of 国办公开办函〔2021〕30号 has them. Totals are worked out while one types, and cells
 * that do not add up are marked with the reason. What is wrong may be saved as a draft; publishing is refused.
 */
export function AnnualTablesInput({ name, label, hint, required, disabled, labelAction }: FieldProps) {
  const field = useField<unknown>(name);
  const figures = readFigures(field.value);
  const isEmpty = Object.keys(figures).length === 0;
  const found = useMemo(() => (isEmpty ? [] : checkAnnualTables(withTotals(figures))), [field.value]);
  const reasons = new Map(found.map(({ cell, message }) => [cell, message]));
  const isFilled = (cell: string) => figures[cell] !== undefined;
  const change = (cell: string, value: number | undefined) => {
    const { [cell]: _old, ...others } = typedOf(figures);
    const next = withTotals(value === undefined ? others : { ...others, [cell]: value });
    field.onChange(name, Object.keys(next).length > 0 ? next : null);
  };
  const sheet: Sheet = { figures: withTotals(figures), reasons, disabled: disabled ?? false, change };
  const unbalanced = found.filter(({ cell }) => isFilled(cell));
  const empty = found.length - unbalanced.length;

  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Grids>
        <h4>二、{PROACTIVE_TABLE.title}</h4>
        <ProactiveGrid sheet={sheet} />
        <h4>三、{REQUESTS_TABLE.title}</h4>
        <RequestsGrid sheet={sheet} />
        <h4>四、{REMEDIES_TABLE.title}</h4>
        <RemediesGrid sheet={sheet} />
      </Grids>
      {!isEmpty && (
        <Box paddingTop={2} role="status">
          <Typography fontWeight="bold" textColor={found.length > 0 ? 'danger600' : 'success600'}>
            {found.length === 0 ? '三张表全部平了。发布时还会和上一年年报的结转数核对。' : summaryOf(unbalanced.length, empty)}
          </Typography>
          <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
            {unbalanced.map(({ cell, message }) => (
              <Typography key={cell} variant="pi">
                {message}
              </Typography>
            ))}
          </Flex>
        </Box>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

const summaryOf = (unbalanced: number, empty: number) =>
  `现在还不能发布：${[unbalanced > 0 && `${unbalanced} 处不平`, empty > 0 && `${empty} 格没有填（没有发生的填 0）`].filter(Boolean).join('，')}。`;

export default AnnualTablesInput;
