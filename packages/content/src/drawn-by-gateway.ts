import type { DeadlineDay, LetterTracking, OpinionTracking } from './case.ts';
import type { Frame } from './frame.ts';
import type { PreviewLink } from './preview.ts';
import type { OpinionFormFacts, SurveyFormFacts } from './taking-part.ts';

/** An error at one field of a form; `field` is its name and its id. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * Names of form fields beside those of `letterSubmission`, `caseKey` and `caseRating`. `mayPublish` is a pair of radio
 * buttons with the values `yes` and `no`; every other field is sent as typed.
 */
export const FORM_FIELDS = {
  /** Hidden: the signed time of the first view, handed out in props. */
  token: 'token',
  /** A text field no person sees or reaches (hidden by class, aria-hidden, tabindex -1, autocomplete off). */
  trap: 'homepage',
  /** Name of the button of LetterConfirm that leads back to the filled form. */
  edit: 'edit',
} as const;

/** Names of the fields of a survey: one a question, and one more for each option where several may be chosen. */
export const questionField = (question: number) => `q${question + 1}`;
export const optionField = (question: number, option: number) => `q${question + 1}o${option + 1}`;

/** Where the letter forms are sent (POST). Written in pages as relative links, so that the elderly address keeps. */
export const FORM_ACTIONS = { write: '/letters/write/', track: '/letters/track/', rate: '/letters/rate/' } as const;

/**
 * Props of the templates that the gateway draws for one visitor. LetterForm and TrackForm are also static pages of
 * every release, with empty values and no errors.
 */
export interface GatewayTemplates {
  /** /letters/write/: the form, with what was typed and what was wrong. `token` is the signed time of the first view. */
  LetterForm: { frame: Frame; values: Record<string, string>; errors: FieldError[]; token: string };
  /** Asked when a form came back faster than a person writes: everything typed is kept in hidden fields. */
  LetterConfirm: { frame: Frame; values: Record<string, string>; token: string };
  /** Number and code, shown once. `queued` when the CMS was away and the letter waits in the gateway's queue. */
  LetterReceipt: { frame: Frame; number: string; code: string; dueOn: string; limit: number; queued: boolean };
  /** /letters/track/: asks for number and code. */
  TrackForm: { frame: Frame; values: Record<string, string>; errors: FieldError[] };
  /** The state of a case with its timeline and calendar, and the rating form once it is answered. */
  Tracking: { frame: Frame; tracking: LetterTracking; code: string; errors: FieldError[]; thanks: boolean };
  /** What became of an opinion. */
  OpinionTracking: { frame: Frame; tracking: OpinionTracking };
  /** At the address of a consultation: its form, with what was typed and what was wrong. */
  OpinionForm: { frame: Frame; form: OpinionFormFacts; values: Record<string, string>; errors: FieldError[]; token: string };
  OpinionConfirm: { frame: Frame; form: OpinionFormFacts; values: Record<string, string>; token: string };
  /** Number and code of an opinion. */
  OpinionReceipt: { frame: Frame; number: string; code: string; queued: boolean };
  /** At the address of a survey: its questions, with what was chosen and what was wrong. */
  SurveyForm: { frame: Frame; form: SurveyFormFacts; values: Record<string, string>; errors: FieldError[]; token: string };
  SurveyConfirm: { frame: Frame; form: SurveyFormFacts; values: Record<string, string>; token: string };
  /** Thanks. `path` leads back to the survey. */
  SurveyReceipt: { frame: Frame; title: string; surveyPath: string };
  /** /link/?to=…: says that a link leaves the site. */
  ExternalLink: { frame: Frame; url: string };
  /** 400, 404, 410, 413, 429, 500, 503: what happened and what to do. 200: that it is done. */
  Notice: { frame: Frame; status: number; title: string; message: string; links: { label: string; url: string }[] };
  /** /preview/<token>/: what the link is for, the ways to look at the draft, and the form for those who are asked. */
  Preview: { frame: Frame; path: string; link: PreviewLink; values: Record<string, string>; errors: FieldError[] };
  /** Says above a previewed page that it is one; a fragment. */
  PreviewStrip: { title: string; note: string; links: { label: string; url: string }[] };
  /** The strip under the navigation while an alert is in force; a fragment, not a page. */
  AlertStrip: { alerts: ActiveAlert[] };
}
export type GatewayTemplateName = keyof GatewayTemplates;

/** One alert in /alerts.json; instants are UTC. */
export interface ActiveAlert {
  id: string;
  title: string;
  level: 'blue' | 'yellow' | 'orange' | 'red';
  area?: string;
  message: string;
  url?: string;
  linkText?: string;
  startsAt: string;
  endsAt: string;
}

/** Placed once in every page, right after the navigation; the gateway puts the alert strip there. */
export const ALERT_MARKER = '<!--alerts-->';
/** Present exactly once in every page, on `<html>`; the elderly address replaces it by `data-mode="elderly"`. */
export const MODE_MARKER = 'data-mode="standard"';
export const ELDERLY_MARKER = 'data-mode="elderly"';

export type { DeadlineDay };
