import { PATHS, splitMode } from '@mingchuang/content';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { createLimit } from '../cases/limits.ts';
import type { FormValues } from '../cases/read-form.ts';
import { isSameOrigin } from '../cases/same-origin.ts';
import { visitorOf } from '../operations/addresses.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer, View } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import { findRoute } from '../release/release.ts';
import type { Reception } from '../release/follow-sites.ts';
import type { Site } from '../release/site.ts';
import { pageHeaders } from './page-headers.ts';
import { encodePath, readAddress, resolveAddress, type Address } from './read-address.ts';
import type { VisitorRoute, VisitorRoutes } from './routes.ts';
import { sendAnswer } from './send-answer.ts';
import { locate, sendRoute, type Shelves } from './serve-route.ts';

export interface AnswerOptions extends Shelves {
  /** The site of a host name. */
  receive: (hostname: string) => Reception;
  clock: () => number;
  routes: VisitorRoutes;
  drawer: PageDrawer;
  /** Forms from one address within ten minutes: an office or a village may share one. */
  formsPerTenMinutes?: number;
}

/** The two ways a request is answered, and how an answer is sent when neither gets to it. */
export interface RequestAnswers {
  get(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  post(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Sends an answer at whatever address was asked for. */
  say(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply>;
}

/** The page for what is not there: in English for English addresses, when the site has one. */
function notFoundPath({ path, site }: View): string {
  const english = PATHS.english + PATHS.notFound.slice(1);
  return path.startsWith(PATHS.english) && site?.release.routes.has(english) ? english : PATHS.notFound;
}

/** The name a page has in metrics. */
const pageName = ({ elderly, traditional }: View) => `${elderly ? 'elderly ' : ''}${traditional ? 'traditional ' : ''}page`;

const TEN_MINUTES = 10 * 60 * 1000;

/** Answers requests: from the release, or drawn for the visitor. One request sees one release from beginning to end. */
export function createRequestAnswers(options: AnswerOptions): RequestAnswers {
  const { receive, clock, routes, drawer, formsPerTenMinutes = 120 } = options;
  const forms = createLimit(formsPerTenMinutes, TEN_MINUTES);

  const lookAt = (request: FastifyRequest) => {
    const address = readAddress(request.originalUrl);
    const reception = receive(request.hostname);
    const site = reception.kind === 'site' ? reception.site : undefined;
    const view: View = { ...splitMode(address?.path ?? '/'), site, now: clock() };
    return { address, view, elsewhere: reception.kind === 'elsewhere' ? reception.host : undefined };
  };
  const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer, view: View): Promise<FastifyReply> =>
    answer.kind === 'missing' ? sendMissing(request, reply, view) : sendAnswer(drawer, request, reply, answer, view);
  const visitOf = (request: FastifyRequest, view: View, query: string): Visit => ({
    view,
    query: new URLSearchParams(query),
    form: (request.body ?? {}) as FormValues,
    headers: request.headers,
    host: request.host,
    visitor: visitorOf(request.ip),
  });
  const answerVisit = async (request: FastifyRequest, reply: FastifyReply, route: VisitorRoute, visit: Visit) => {
    request.routeName = route.name;
    return send(request, reply, await route.answer(visit), visit.view);
  };
  const redirect = (request: FastifyRequest, reply: FastifyReply, location: string) => {
    request.routeName = 'redirect';
    // Short: a wrong redirect can be corrected.
    const headers = { location, 'cache-control': 'public, max-age=300', ...pageHeaders('', '/', request.protocol === 'https') };
    return reply.code(301).headers(headers).send();
  };
  const sendMissing = async (request: FastifyRequest, reply: FastifyReply, view: View): Promise<FastifyReply> => {
    const path = notFoundPath(view);
    const page = view.site?.release.routes.get(path);
    if (!view.site || !page || page.status === 301) return send(request, reply, { kind: 'notice', notice: notice('notFound') }, view);
    return sendRoute(options, request, reply, { ...page, status: 404 }, { ...view, site: view.site }, path);
  };

  const getFromSite = async (request: FastifyRequest, reply: FastifyReply, address: Address, view: View & { site: Site }) => {
    const { site, now } = view;
    const query = new URLSearchParams(address.query);
    const isThere = (path: string) => findRoute(site.release, path, now) !== undefined || routes.get(path, query) !== undefined;
    const found = resolveAddress(address.path, isThere);
    if (found.kind === 'moved') return redirect(request, reply, encodePath(found.to) + (address.query ? `?${address.query}` : ''));
    if (found.kind === 'none') return sendMissing(request, reply, { ...view, elderly: found.elderly, traditional: found.traditional });

    const drawn = routes.get(found.path, query);
    if (drawn) return answerVisit(request, reply, drawn, visitOf(request, view, address.query));
    const route = findRoute(site.release, found.path, now)!;
    if (route.status === 301) {
      const location = locate(view, route.location);
      return location === undefined ? sendMissing(request, reply, view) : redirect(request, reply, location);
    }
    // The page for what is not there has one form at every address, its own too.
    if (route.status === 404) return sendMissing(request, reply, view);
    request.routeName = route.type.startsWith('text/html') ? pageName(view) : 'file';
    return sendRoute(options, request, reply, route, view);
  };

  return {
    async get(request, reply) {
      const { address, view, elsewhere } = lookAt(request);
      const { site } = view;
      if (!address) return send(request, reply, { kind: 'notice', notice: notice('badRequest') }, view);
      if (elsewhere !== undefined) return redirect(request, reply, `${request.protocol}://${elsewhere}${encodePath(address.path)}${address.query && `?${address.query}`}`);
      if (!site) return send(request, reply, { kind: 'notice', notice: notice('preparing'), retryAfter: 5 }, view);
      return getFromSite(request, reply, address, { ...view, site });
    },

    async post(request, reply) {
      const { address, view } = lookAt(request);
      if (!address) return send(request, reply, { kind: 'notice', notice: notice('badRequest') }, view);
      if (!view.site) return send(request, reply, { kind: 'notice', notice: notice('preparing'), retryAfter: 5 }, view);
      const form = routes.post(view);
      if (!form) {
        const isPage = findRoute(view.site.release, view.path, view.now) !== undefined;
        if (!isPage) return sendMissing(request, reply, view);
        return send(request, reply.header('allow', 'GET, HEAD'), { kind: 'notice', notice: notice('method') }, view);
      }
      const visit = visitOf(request, view, address.query);
      if (!isSameOrigin(request.headers, visit.host)) return send(request, reply, { kind: 'notice', notice: notice('forbidden') }, view);
      const wait = form.limitsItself ? 0 : forms.take(visit.visitor, view.now);
      if (wait > 0) return send(request, reply, { kind: 'notice', notice: tooManyNotice(wait), retryAfter: wait }, view);
      return answerVisit(request, reply, form, visit);
    },

    say: (request, reply, answer) => send(request, reply, answer, lookAt(request).view),
  };
}
