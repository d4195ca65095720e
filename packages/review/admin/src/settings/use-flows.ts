import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { Flow } from '../../../server/src/flow/flow.ts';
import type { StaffMember } from '../../../server/src/settings/staff.ts';
import { type Reason, readReasons } from '../panel/refusal.ts';
import { type Get, listColumns, listPlaces, type Place } from './list-places.ts';

/** Everything the settings of flows show and choose from. */
export interface FlowSettings {
  flows: Flow[];
  /** The flow of whatever has none. */
  standard: Flow;
  types: Place[];
  sites: Place[];
  columns: Place[];
  agencies: Place[];
  staff: StaffMember[];
}

interface Answer {
  flows: Flow[];
  standard: Flow;
  types: { uid: string; label: string }[];
}
async function load(get: Get): Promise<FlowSettings> {
  const [{ data: answer }, { data: staff }, sites, columns, agencies] = await Promise.all([
    get<{ data: Answer }>('/review/flows'),
    get<{ data: StaffMember[] }>('/review/staff'),
    listPlaces(get, 'api::site.site'),
    listColumns(get),
    listPlaces(get, 'api::agency.agency'),
  ]);
  const { flows, standard, types } = answer.data;
  return { flows, standard, types: types.map(({ uid, label }) => ({ id: uid, name: label })), sites, columns, agencies, staff: staff.data };
}

/** The settings of flows, and how they are replaced. */
export function useFlows() {
  const { get, put } = useFetchClient();
  const [settings, setSettings] = useState<FlowSettings>();
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    load(get).then(
      (found) => isCurrent && setSettings(found),
      (error: unknown) => isCurrent && setTrouble(readReasons(error)[0]!.message),
    );
    return () => {
      isCurrent = false;
    };
  }, [get]);

  const replace = useCallback(
    async (flows: readonly Flow[]): Promise<readonly Reason[] | undefined> => {
      try {
        const { data } = await put<{ data: Answer }>('/review/flows', { flows });
        setSettings((before) => before && { ...before, flows: data.data.flows });
        return undefined;
      } catch (error) {
        return readReasons(error);
      }
    },
    [put],
  );
  return { settings, trouble, replace };
}
