import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import { listColumns, type Place } from '../settings/list-places.ts';

/** A choice among the columns of the site. */
export function ColumnSelect({ value, onChange }: { value: string; onChange: (column: string) => void }) {
  const { get } = useFetchClient();
  const [columns, setColumns] = useState<readonly Place[]>();
  useEffect(() => {
    let isCurrent = true;
    listColumns(get).then(
      (found) => isCurrent && setColumns(found),
      () => isCurrent && setColumns([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [get]);
  return (
    <SingleSelect placeholder={columns ? '请选择' : '正在查找…'} value={value} onChange={(column) => onChange(String(column))}>
      {(columns ?? []).map(({ id, name }) => (
        <SingleSelectOption key={id} value={id}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
