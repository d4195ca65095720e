/** Lists one after the other: the long ones of a city in little time. */
export const joined = <E>(lists: readonly (readonly E[])[]): E[] => ([] as E[]).concat(...lists);
