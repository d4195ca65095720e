import { styled } from 'styled-components';

import type { ListName } from '../../../server/src/desk/lists.ts';
import type { Counts, DeskList } from './desk-lists.ts';

const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(9.6rem, 1fr));
  gap: 1rem;
`;
const Tile = styled.button<{ $isAlarm: boolean }>`
  width: 100%;
  padding: 1.2rem 1.4rem;
  text-align: start;
  cursor: pointer;
  border-radius: 0.6rem;
  border: 0.1rem solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.4rem;
  strong {
    display: block;
    font-size: 2.4rem;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    color: ${({ theme, $isAlarm }) => ($isAlarm ? theme.colors.danger600 : theme.colors.neutral800)};
  }
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 -0.3rem 0 ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface DeskTilesProps {
  lists: readonly DeskList[];
  counts: Counts;
  chosen: ListName;
  onChoose: (list: ListName) => void;
}

/** How much is on each list; a press shows it. */
export function DeskTiles({ lists, counts, chosen, onChoose }: DeskTilesProps) {
  return (
    <Tiles aria-label="我的事，按类">
      {lists.map(({ name, label, isAlarm = false }) => {
        const count = counts[name] ?? 0;
        return (
          <li key={name}>
            <Tile type="button" aria-pressed={chosen === name} $isAlarm={isAlarm && count > 0} onClick={() => onChoose(name)}>
              <strong>{count}</strong>
              {label}
            </Tile>
          </li>
        );
      })}
    </Tiles>
  );
}
