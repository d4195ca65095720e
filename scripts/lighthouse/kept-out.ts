/**
 * Templates whose pages are kept out of search engines on purpose (`noindex`), and why. For these, and for nothing else,
 * the one audit that asks for the contrary (`is-crawlable`) is left out of the measuring.
 */
export const KEPT_OUT: Readonly<Record<string, string>> = {
  ExternalLink: 'asks before it leads out of government: no page of content',
  Gone: 'says that a page was withdrawn',
  Kiosk: 'sets a device up, for staff',
  LetterConfirm: 'shows what one person has written',
  LetterReceipt: 'holds number and code of one letter',
  Notice: 'says that something was not found or went wrong',
  NoticeOver: 'names people in a public notice whose time is over',
  Offline: 'lists what this device keeps',
  OpinionConfirm: 'shows what one person has written',
  OpinionForm: 'shows what one person has written, with its errors',
  OpinionReceipt: 'holds number and code of one opinion',
  OpinionTracking: 'shows one opinion and its answer',
  Preview: 'shows a draft to those it was sent to',
  StyleGuide: 'for those who work on the portal',
  StyleGuidePart: 'for those who work on the portal',
  SurveyConfirm: 'shows what one person has answered',
  SurveyForm: 'shows what one person has answered, with its errors',
  SurveyReceipt: 'thanks one person',
  Tracking: 'shows one letter and its answer',
};
