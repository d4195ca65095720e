import { dateInWords, shanghaiDate } from '@mingchuang/content/dates';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { calendarWeeks, type CalendarDay } from './calendar.ts';
import { Card } from './card.tsx';

/** The deadline with its calculation, day by day, on a calendar. */
export function DeadlineCard({ view }: { view: CaseView }) {
  const today = shanghaiDate(new Date());
  const weeks = calendarWeeks(view.calculation);
  return (
    <Card title={t('case.deadline')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold">{t('deadline.last', { date: dateInWords(view.dueOn) })}</Typography>
        <Typography textColor="neutral600">{t('deadline.limit', { limit: view.limit })}</Typography>
        <Box>
          <Grid>
            <thead>
              <tr>
                {[...t('deadline.weekdays')].map((day) => (
                  <th key={day} scope="col">
                    {day}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, index) => (
                <tr key={index}>
                  {week.map((day, column) => (
                    <Day key={column} day={day} isToday={day?.date === today} isDue={day?.date === view.dueOn} />
                  ))}
                </tr>
              ))}
            </tbody>
          </Grid>
        </Box>
      </Flex>
    </Card>
  );
}

function Day({ day, isToday, isDue }: { day: CalendarDay | undefined; isToday: boolean; isDue: boolean }) {
  if (!day) return <td />;
  const kind = isDue ? 'due' : day.first ? 'received' : day.count ? 'counted' : 'free';
  return (
    <td data-kind={kind} {...(isToday && { 'aria-current': 'date' })} title={[day.date, day.note].filter(Boolean).join(' ')}>
      <b>{day.label}</b>
      <small>{wordOf(day, isDue)}</small>
      {isToday && <small>{t('deadline.today')}</small>}
    </td>
  );
}

function wordOf(day: CalendarDay, isDue: boolean): string {
  if (isDue) return t('deadline.due');
  if (day.first) return t('deadline.received');
  return day.count ? t('deadline.day', { count: day.count }) : (day.note ?? '');
}

const Grid = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: separate;
  border-spacing: 2px;
  font-size: 1.2rem;
  text-align: center;

  th {
    padding: 0.4rem 0;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  td {
    padding: 0.6rem 0.1rem;
    border-radius: 4px;
    vertical-align: top;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  b,
  small {
    display: block;
  }
  small {
    font-size: 1.1rem;
    line-height: 1.3;
  }
  [data-kind='free'] {
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  [data-kind='counted'],
  [data-kind='received'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  [data-kind='due'] {
    color: ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary600};
  }
  [aria-current] {
    outline: 2px solid ${({ theme }) => theme.colors.warning500};
  }
`;
