import {
  PROACTIVE_TABLE,
  proactiveCell,
  REMEDIES_TABLE,
  remedyCell,
  requestCell,
  REQUESTS_TABLE,
  type ProactiveBlock,
  type RequestRow,
} from '@mingchuang/content/annual-tables';
import { Fragment } from 'react';

import { Cell, type Sheet } from './cell.tsx';

interface Props {
  sheet: Sheet;
}

/** 表二: one small table for each item of art. 20. */
export function ProactiveGrid({ sheet }: Props) {
  const blocks: readonly ProactiveBlock[] = PROACTIVE_TABLE.blocks;
  return blocks.map(({ clause, rows, measures }) => (
    <table key={clause}>
      <caption>{clause}</caption>
      <thead>
        <tr>
          <th scope="col">信息内容</th>
          {Object.values(measures).map((measure) => (
            <th key={measure} scope="col">
              {measure}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([row, label]) => (
          <tr key={row}>
            <th scope="row">{label}</th>
            {Object.keys(measures).map((measure) => (
              <Cell key={measure} sheet={sheet} of={proactiveCell(row, measure)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

const { received, results, resultsLabel, total, pending, applicants, organisations, totalLabel } = REQUESTS_TABLE;
const [person, ...others] = Object.values(applicants);
const COLUMNS = [...Object.keys(applicants), 'total'];

/** 表三: who asked in the columns, what came of it in the rows. */
export function RequestsGrid({ sheet }: Props) {
  const line = ({ key, label }: RequestRow) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {COLUMNS.map((column) => (
        <Cell key={column} sheet={sheet} of={requestCell(key, column)} />
      ))}
    </tr>
  );
  const heading = (text: string) => (
    <tr>
      <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
        {text}
      </th>
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            申请和办理结果
          </th>
          <th scope="col" rowSpan={2}>
            {person}
          </th>
          <th scope="colgroup" colSpan={others.length}>
            {organisations}
          </th>
          <th scope="col" rowSpan={2}>
            {totalLabel}
          </th>
        </tr>
        <tr>
          {others.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {received.map(line)}
        {heading(resultsLabel)}
        {results.map((row, at) => (
          <Fragment key={row.key}>
            {row.group && row.group !== results[at - 1]?.group && heading(row.group)}
            {line(row)}
          </Fragment>
        ))}
        {[total, pending].map(line)}
      </tbody>
    </table>
  );
}

/** 表四: reconsideration and litigation. */
export function RemediesGrid({ sheet }: Props) {
  const columns = [...Object.entries(REMEDIES_TABLE.outcomes), ['total', REMEDIES_TABLE.totalLabel] as const];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">类别</th>
          {columns.map(([outcome, label]) => (
            <th key={outcome} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(REMEDIES_TABLE.procedures).map(([procedure, label]) => (
          <tr key={procedure}>
            <th scope="row">{label}</th>
            {columns.map(([outcome]) => (
              <Cell key={outcome} sheet={sheet} of={remedyCell(procedure, outcome)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
