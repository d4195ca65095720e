/** What a robot can belong to. */
export interface Places {
  agencies: { id: string; title: string }[];
  sites: { id: string; title: string }[];
}
