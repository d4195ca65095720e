import type { RunningCms } from '../boot';

/** Every route there is, as `GET /admin/users`. */
export const listRoutes = (cms: RunningCms) =>
  (cms.strapi.server.listRoutes() as { path: string; methods: string[] }[])
    .filter(({ path }) => path !== '/_health')
    .flatMap(({ path, methods }) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`));

/** Whether a route sets up the installation: there a caller is refused, and no drive is needed. */
export const isOfSettings = (route: string) => /^\w+ \/(admin|content-type-builder|email)(\/|$)/.test(route);

/** Routes of the settings that answer everybody who is signed in, with what concerns them alone or all. */
export const HARMLESS = [
  'GET /admin/:path*',
  'GET /admin/init',
  'GET /admin/information',
  'GET /admin/plugins',
  'GET /admin/content-api/permissions',
  'GET /admin/content-api/routes',
  'GET /admin/permissions',
  'GET /admin/project-type',
  'GET /admin/project-settings',
  'GET /admin/registration-info',
  'GET /admin/telemetry-properties',
  'GET /admin/guided-tour-meta',
  'GET /admin/license-trial-time-left',
  'GET /admin/ai-feature-config',
  'GET /admin/ai-token',
  'GET /admin/ai-usage',
  'GET /admin/homepage/key-statistics',
  'GET /admin/homepage/layout',
  'PUT /admin/homepage/layout',
  'GET /admin/users/me',
  'PUT /admin/users/me',
  'GET /admin/users/me/permissions',
  'GET /admin/users/me/sessions',
  'DELETE /admin/users/me/sessions',
  'DELETE /admin/users/me/sessions/:sessionId',
  'POST /admin/permissions/check',
  'POST /admin/access-token',
  'POST /admin/login',
  'POST /admin/logout',
  'POST /admin/register',
  'POST /admin/register-admin',
  'POST /admin/forgot-password',
  'POST /admin/reset-password',
];
