/** Days one can look back. */
export const PERIODS = [7, 30, 90] as const;
/** A query asked less often in the time looked at may be one person's: it is shown to nobody. */
export const LEAST_ASKED = 3;
