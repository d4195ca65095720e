import { styled } from 'styled-components';

export const Frame = styled.div<{ $isWrong: boolean }>`
  border: 1px solid ${({ theme, $isWrong }) => ($isWrong ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: ${({ theme }) => theme.colors.primary600} 0 0 0 2px;
  }
`;

export const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 2px;
  padding: 4px 6px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};
`;

export const Tool = styled.button`
  min-height: 2.8rem;
  padding: 0 0.7rem;
  border-radius: 3px;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  white-space: nowrap;
  cursor: pointer;

  &:hover:not(:disabled) {
    background: ${({ theme }) => theme.colors.neutral200};
  }
  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary200};
    color: ${({ theme }) => theme.colors.primary700};
  }
  &:disabled {
    color: ${({ theme }) => theme.colors.neutral400};
    cursor: default;
  }
`;

export const Divider = styled.span`
  align-self: stretch;
  width: 1px;
  margin: 4px;
  background: ${({ theme }) => theme.colors.neutral200};
`;

export const Answer = styled.input`
  flex: 1 1 24rem;
  min-height: 3.2rem;
  padding: 0 1rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
`;

export const Message = styled.p`
  width: 100%;
  color: ${({ theme }) => theme.colors.danger600};
  font-size: 1.3rem;
`;

/** The text, close to how the portal sets it. */
export const Page = styled.div`
  .tiptap {
    min-height: 16rem;
    max-height: 60rem;
    overflow-y: auto;
    padding: 1.6rem 2.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.6rem;
    line-height: 1.8;
    outline: none;
  }
  .tiptap > * + * {
    margin-top: 0.8em;
  }
  h2,
  h3,
  h4 {
    font-weight: 700;
  }
  h2 {
    font-size: 1.9rem;
  }
  h3 {
    font-size: 1.7rem;
  }
  .tiptap > p:not([class]) {
    text-indent: 2em;
  }
  p.signature {
    text-align: right;
  }
  p.centre {
    text-align: center;
  }
  p.note {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.4rem;
  }
  ul,
  ol {
    padding-inline-start: 2em;
  }
  ul {
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
  }
  strong {
    font-weight: 700;
  }
  em {
    font-style: italic;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-bottom: 0.4em;
    font-weight: 700;
  }
  th,
  td {
    padding: 0.4em 0.8em;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    vertical-align: top;
  }
  th {
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 700;
  }
  .selectedCell {
    background: ${({ theme }) => theme.colors.primary100};
  }
  figure {
    text-align: center;
  }
  figcaption {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.4rem;
  }
  img {
    max-width: 100%;
  }
`;

export const Foot = styled.p`
  padding: 4px 12px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
  text-align: right;
`;

export const Hints = styled.ul`
  padding: 6px 12px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.warning100};
  color: ${({ theme }) => theme.colors.warning700};
  font-size: 1.3rem;
  line-height: 1.6;
`;

export const Choices = styled.ul`
  max-height: 32rem;
  overflow-y: auto;
`;

export const Choice = styled.button`
  display: block;
  width: 100%;
  padding: 0.8rem 1rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  text-align: start;
  cursor: pointer;

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
  }
  small {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
  }
`;
