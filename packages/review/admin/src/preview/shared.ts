/** A link that was given out, as the server shows it. */
export interface SharedLink {
  id: number;
  kind: 'view' | 'advice';
  label: string;
  by: string;
  madeAt: string;
  expiresAt: string;
  openedAt: string | null;
  isOpen: boolean;
  state: string;
}

/** What somebody without an account said. */
export interface AdviceShown {
  linkId: number;
  verdict: string;
  isAgreed: boolean;
  text: string;
  name: string;
  organisation: string;
  role: string;
  at: string;
  version: number;
}

export interface Shared {
  mayShare: boolean;
  links: SharedLink[];
  advice: AdviceShown[];
}
