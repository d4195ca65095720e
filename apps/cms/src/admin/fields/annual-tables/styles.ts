import { styled } from 'styled-components';

/** The statutory tables as a sheet to type into: totals are grey, what does not add up is framed and coloured. */
export const Grids = styled.div`
  overflow-x: auto;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  h4 {
    margin: 1.6rem 0 0.8rem;
    font-weight: 600;
  }
  table {
    border-collapse: collapse;
    margin-block-end: 1.2rem;
    width: 100%;
  }
  caption {
    text-align: start;
    padding-block: 0.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  th,
  td {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    vertical-align: middle;
  }
  th {
    padding: 0.5rem 0.8rem;
    text-align: start;
    line-height: 1.4;
  }
  thead th,
  th[scope='rowgroup'] {
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 600;
  }
  td {
    width: 8.4rem;
    text-align: end;
  }
  input {
    width: 100%;
    padding: 0.6rem 0.8rem;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: end;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  input:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  output {
    display: block;
    padding: 0.6rem 0.8rem;
    min-height: 3.2rem;
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  td[data-state='wrong'] {
    background: ${({ theme }) => theme.colors.danger100};
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.danger600};
  }
  td[data-state='wrong'] output {
    background: transparent;
  }
`;
