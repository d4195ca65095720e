import { auditRoutes } from './audit/routes.ts';
import { grantRoutes } from './grants/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';

/** The plugin's routes in the admin. */
export const routes = { admin: { type: 'admin', routes: [...auditRoutes, ...grantRoutes, ...secondFactorRoutes] } };
