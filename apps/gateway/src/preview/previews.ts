import { contentSecurityPolicy, joinMode, PATHS, shanghaiMinute, type ClosedReason, type PreviewLink, type Renderer } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { Cms } from '../cases/cms.ts';
import { createLimit } from '../cases/limits.ts';
import type { AlertStrips } from '../pages/alert-strip.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { previewNotice, tooManyNotice } from '../pages/notices.ts';
import { findRoute } from '../release/release.ts';
import { encodePath } from '../serve/read-address.ts';
import { dressPreview } from './dress-preview.ts';
import { pagesPath, readPreviewAddress, receptionPath, type PreviewAddress } from './preview-address.ts';

export interface PreviewParts {
  cms: Pick<Cms, 'openPreview' | 'previewPage' | 'previewFile' | 'adviseOnPreview'>;
  drawer: PageDrawer;
  renderer: Renderer | undefined;
  strips: AlertStrips;
  log: Logger;
}

/** Drafts as they will look, for whoever has a link. */
export interface Previews {
  /** `GET /preview/<token>/…` */
  show(visit: Visit): Promise<Answer>;
  /** `POST /preview/<token>/`: what somebody says of the draft. Forms of previewed pages are dead. */
  take(visit: Visit): Promise<Answer>;
}

/** Tokens that open nothing, tried from one address within ten minutes. */
const TRIES = 60;
const SPAN = 10 * 60 * 1000;

const CLOSED = { unknown: 'previewUnknown', expired: 'previewExpired', revoked: 'previewRevoked', used: 'previewUsed' } as const;

/** Makes the previews of a gateway. Nothing of a draft is kept here: each page is asked for when it is asked for. */
export function createPreviews({ cms, drawer, renderer, strips, log }: PreviewParts): Previews {
  const wrong = createLimit(TRIES, SPAN);

  const close = (reason: ClosedReason, { visitor, view }: Visit): Answer => {
    if (reason === 'unknown') wrong.take(visitor, view.now);
    return { kind: 'notice', notice: previewNotice(CLOSED[reason]) };
  };
  const away: Answer = { kind: 'notice', notice: previewNotice('previewAway'), retryAfter: 60 };
  const isTooMany = ({ visitor, view }: Visit) => wrong.count(visitor, view.now) >= TRIES;
  const limited: Answer = { kind: 'notice', notice: tooManyNotice(SPAN / 1000), retryAfter: SPAN / 1000 };

  const receive = async (token: string, visit: Visit): Promise<Answer> => {
    const outcome = await cms.openPreview(token);
    if (outcome.kind !== 'ok') return away;
    if (outcome.answer.kind === 'closed') return close(outcome.answer.reason, visit);
    return drawReception(visit, token, outcome.answer.link, { status: 200, values: {}, errors: [] });
  };

  const drawReception = async ({ view }: Visit, token: string, link: PreviewLink, { status, values, errors }: { status: number; values: Record<string, string>; errors: { field: string; message: string }[] }): Promise<Answer> => ({
    kind: 'page',
    status,
    html: await drawer.draw('Preview', { path: receptionPath(token), link, values, errors }, view),
  });

  /** Goes on to wherever the page of the document will be. */
  const findDocument = async ({ token, ...mode }: Extract<PreviewAddress, { kind: 'document' }>, visit: Visit): Promise<Answer> => {
    const outcome = await cms.previewPage(token);
    if (outcome.kind !== 'ok') return away;
    const { answer } = outcome;
    const back = receptionPath(token);
    if (answer.kind === 'closed') return close(answer.reason, visit);
    if (answer.kind === 'trouble') return { kind: 'notice', notice: previewNotice('previewTrouble', { message: answer.message, back }) };
    if (answer.kind !== 'page') return { kind: 'notice', notice: previewNotice('previewMissing', { back }) };
    return { kind: 'see-other', path: encodePath(`${pagesPath(token)}${joinMode(answer.path, mode)}`) };
  };

  const showPage = async (address: Extract<PreviewAddress, { kind: 'page' }>, visit: Visit): Promise<Answer> => {
    const { token, path } = address;
    const { site, now } = visit.view;
    const route = site && findRoute(site.release, path, now);
    // Styles, scripts and published files are the same for everybody.
    if (route && route.status !== 301 && !route.type.startsWith('text/html')) return { kind: 'see-other', path: encodePath(path) };
    if (path === PATHS.externalLink) return { kind: 'see-other', path: `${path}?${visit.query.toString()}` };
    if (path.startsWith(PATHS.media)) return sendFile(token, path);
    const outcome = await cms.previewPage(token, path);
    if (outcome.kind !== 'ok') return away;
    const { answer } = outcome;
    const back = receptionPath(token);
    switch (answer.kind) {
      case 'closed':
        return close(answer.reason, visit);
      case 'trouble':
        return { kind: 'notice', notice: previewNotice('previewTrouble', { message: answer.message, back }) };
      case 'missing':
        return { kind: 'notice', notice: previewNotice('previewMissing', { back }) };
      case 'redirect':
        return answer.location.startsWith('/') ? { kind: 'see-other', path: `${pagesPath(token)}${joinMode(answer.location, address)}` } : { kind: 'notice', notice: previewNotice('previewMissing', { back }) };
      case 'page':
        return dress(answer, address, visit);
    }
  };

  const dress = async ({ status, type, body, link }: { status: number; type: string; body: string; link: PreviewLink }, address: Extract<PreviewAddress, { kind: 'page' }>, { view }: Visit): Promise<Answer> => {
    const headers: Record<string, string> = link.kind === 'frame' ? { 'content-security-policy': contentSecurityPolicy({ frameAncestors: link.origin }) } : {};
    if (!type.startsWith('text/html') || !renderer) return { kind: 'document', status, type, body, headers };
    const alerts = view.site && (await strips.stripOf(view.site, view.now, address.path));
    return { kind: 'document', status, type, body: await dressPreview(body, renderer, { ...address, link, alerts }), headers };
  };

  const sendFile = async (token: string, path: string): Promise<Answer> => {
    const [hash = ''] = path.slice(PATHS.media.length).split('/');
    const file = /^[0-9a-f]{32}$/.test(hash) ? await cms.previewFile(token, hash) : undefined;
    if (!file) return { kind: 'missing' };
    const { type, length, stream } = file;
    return { kind: 'document', status: 200, type, body: stream, headers: length === undefined ? {} : { 'content-length': length } };
  };

  return {
    async show(visit) {
      const address = readPreviewAddress(visit.view.path);
      if (!address) return { kind: 'notice', notice: previewNotice('previewUnknown') };
      if (isTooMany(visit)) return limited;
      if (address.kind === 'reception') return receive(address.token, visit);
      return address.kind === 'document' ? findDocument(address, visit) : showPage(address, visit);
    },

    async take(visit) {
      const address = readPreviewAddress(visit.view.path);
      if (!address) return { kind: 'notice', notice: previewNotice('previewUnknown') };
      if (isTooMany(visit)) return limited;
      const { token } = address;
      const back = receptionPath(token);
      if (address.kind !== 'reception') return { kind: 'notice', notice: previewNotice('previewForm', { back }) };
      const outcome = await cms.adviseOnPreview(token, visit.form);
      if (outcome.kind !== 'ok') {
        log.warn({ reason: outcome.kind }, 'advice could not be handed over');
        return away;
      }
      const { answer } = outcome;
      switch (answer.kind) {
        case 'closed':
          return close(answer.reason, visit);
        case 'errors':
          return drawReception(visit, token, answer.link, { status: 422, values: visit.form, errors: answer.errors });
        case 'changed':
          return { kind: 'notice', notice: previewNotice('previewChanged', { back, values: { text: visit.form.text ?? '' } }) };
        case 'taken':
          return { kind: 'notice', notice: previewNotice('previewTaken', { values: { title: answer.title, date: shanghaiMinute(answer.at) } }) };
      }
    },
  };
}
