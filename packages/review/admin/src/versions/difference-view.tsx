import { Box, Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { Cell, Piece, Row, Section } from '../../../server/src/versions/difference/types.ts';

/** Rows that did not change are shown around those that did; the others on demand. */
const AROUND = 1;

const NOTES: Partial<Record<Row['mark'], string>> = { restyled: '文字没有变，只改了格式或链接', moved: '内容没有变，换了位置' };

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  border: 0.1rem solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 0.4rem;
  overflow: hidden;
  font-size: 1.5rem;
  line-height: 1.7;
  @media (max-width: 47.9em) {
    grid-template-columns: minmax(0, 1fr);
  }
`;
const Side = styled.div<{ $mark: Row['mark'] | 'empty'; $side: 'before' | 'after' }>`
  padding: 0.8rem 1.2rem;
  min-width: 0;
  overflow-wrap: anywhere;
  white-space: pre-line;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme, $mark, $side }) =>
    $mark === 'same' || $mark === 'empty' || $mark === 'moved' ? 'transparent' : $side === 'before' ? theme.colors.danger100 : theme.colors.success100};
  border-block-start: 0.1rem solid ${({ theme }) => theme.colors.neutral150};
  &[data-side='after'] {
    border-inline-start: 0.1rem solid ${({ theme }) => theme.colors.neutral200};
  }
  del {
    background: ${({ theme }) => theme.colors.danger200};
    text-decoration-thickness: 0.15rem;
  }
  ins {
    background: ${({ theme }) => theme.colors.success200};
    text-underline-offset: 0.3rem;
  }
  img {
    display: block;
    max-width: 16rem;
    max-height: 12rem;
    margin-block-end: 0.4rem;
  }
  @media (max-width: 47.9em) {
    &[data-empty] {
      display: none;
    }
    &[data-side='after'] {
      border-inline-start: 0;
    }
    &[data-side='after'][data-same] {
      display: none;
    }
  }
`;
const Whole = styled.div`
  grid-column: 1 / -1;
  padding: 0.4rem 1.2rem;
  background: ${({ theme }) => theme.colors.neutral100};
  border-block-start: 0.1rem solid ${({ theme }) => theme.colors.neutral150};
`;

/** One field that differs: its two sides beside each other, or one below the other where there is no room. */
export function SectionView({ section }: { section: Section }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box tag="section" aria-label={section.label} paddingBottom={6}>
      <Typography variant="delta" tag="h3" paddingBottom={2}>
        {section.label}
      </Typography>
      <Columns>
        {arrange(section.rows, isOpen).map((item, at) =>
          item.kind === 'gap' ? (
            <Whole key={at}>
              <Button variant="ghost" size="S" onClick={() => setIsOpen(true)}>{`中间 ${item.count} 处没有改动，点这里显示`}</Button>
            </Whole>
          ) : (
            <RowView key={at} row={item.row} />
          ),
        )}
      </Columns>
    </Box>
  );
}

type Item = { kind: 'row'; row: Row } | { kind: 'gap'; count: number };

/** Leaves out what did not change and is not near a change. */
export function arrange(rows: readonly Row[], isOpen: boolean): Item[] {
  const near = (at: number) => rows.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ mark }) => mark !== 'same');
  const items: Item[] = [];
  rows.forEach((row, at) => {
    if (isOpen || near(at)) return items.push({ kind: 'row', row });
    const last = items.at(-1);
    if (last?.kind === 'gap') return last.count++;
    return items.push({ kind: 'gap', count: 1 });
  });
  return items;
}

function RowView({ row: { mark, before, after } }: { row: Row }) {
  const note = NOTES[mark];
  return (
    <>
      {note && (
        <Whole>
          <Typography variant="pi" textColor="neutral700">
            {note}
          </Typography>
        </Whole>
      )}
      <SideView side="before" mark={mark} cell={before} />
      <SideView side="after" mark={mark} cell={after} />
    </>
  );
}

function SideView({ side, mark, cell }: { side: 'before' | 'after'; mark: Row['mark']; cell: Cell | undefined }) {
  if (!cell) return <Side $mark="empty" $side={side} data-side={side} data-empty="" />;
  return (
    <Side $mark={mark} $side={side} data-side={side} {...(mark === 'same' ? { 'data-same': '' } : {})}>
      {cell.label && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {cell.label}
        </Typography>
      )}
      {cell.file?.thumbnail && <img src={cell.file.thumbnail} alt="" />}
      {cell.file && <Typography variant="pi" textColor="neutral600" tag="div">{`文件：${cell.file.name}`}</Typography>}
      {cell.pieces.map((piece, at) => (
        <PieceView key={at} piece={piece} />
      ))}
    </Side>
  );
}

function PieceView({ piece: { mark, text } }: { piece: Piece }) {
  if (mark === 'removed') return <del>{text}</del>;
  return mark === 'added' ? <ins>{text}</ins> : <span>{text}</span>;
}
