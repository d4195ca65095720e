/** What the panels of the edit view need of the form beside them. The app, which keeps forms, says how it is done. */
export interface OpenForm {
  /** Stores what is in the form and not stored yet. @returns In Chinese why it was not stored, or nothing. */
  save: () => Promise<string | undefined>;
}

let open: OpenForm | undefined;
let reread: ((uid: string, documentId: string) => void) | undefined;

/** Names the form that is open, or that none is. */
export function setOpenForm(form: OpenForm | undefined): void {
  open = form;
}

/** Stores what is in the open form; a form nobody may write in has nothing to store. */
export const saveOpenForm = async (): Promise<string | undefined> => open?.save();

/** Says how the admin is made to read a document again. */
export function setRereading(how: (uid: string, documentId: string) => void): void {
  reread = how;
}

/** Makes the admin read a document again: its form then holds what is stored. */
export const rereadDocument = (uid: string, documentId: string): void => reread?.(uid, documentId);
