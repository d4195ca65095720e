import { Message } from '@strapi/icons';
import { styled } from 'styled-components';

import { useOpenRemarks } from '../remarks/remark-store.ts';
import { ANCHOR } from './focus-field.ts';

/** Seen when there are remarks, else when the field is pointed at or reached by the keyboard. */
const Marker = styled.button<{ $isOpen: boolean }>`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  padding: 0.1rem 0.6rem;
  border: 0;
  border-radius: 1rem;
  cursor: pointer;
  font-size: 1.2rem;
  line-height: 1.6;
  background: ${({ theme, $isOpen }) => ($isOpen ? theme.colors.warning100 : 'transparent')};
  color: ${({ theme, $isOpen }) => ($isOpen ? theme.colors.warning700 : theme.colors.neutral600)};
  opacity: ${({ $isOpen }) => ($isOpen ? 1 : 0)};
  svg {
    width: 1.2rem;
    height: 1.2rem;
  }
  svg path {
    fill: currentColor;
  }
  *:hover > &,
  &:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    display: ${({ $isOpen }) => ($isOpen ? 'inline-flex' : 'none')};
  }
`;

/** Beside the label of a field: how many remarks on it are open, or the way to write one. */
export function FieldMarker({ name }: { name: string }) {
  const open = useOpenRemarks();
  const count = open?.remarks.filter(({ field, settled }) => !settled && field?.split('.')[0] === name).length ?? 0;
  return (
    <span {...{ [ANCHOR]: name }}>
      {count > 0 && (
        <Marker type="button" $isOpen onClick={() => open?.show(name)}>
          <Message aria-hidden />
          {`${count} 条备注`}
        </Marker>
      )}
      {count === 0 && open?.mayWrite && (
        <Marker type="button" $isOpen={false} onClick={() => open.begin(name)}>
          <Message aria-hidden />
          写备注
        </Marker>
      )}
    </span>
  );
}
