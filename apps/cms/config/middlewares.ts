import { readEnvironment } from '../src/environment';

export default () => {
  const { PORTAL_URL } = readEnvironment();
  return [
    'global::request-id',
    'global::requests',
    'strapi::errors',
    {
      name: 'strapi::security',
      config: {
        crossOriginOpenerPolicy: { policy: 'same-origin' },
        crossOriginResourcePolicy: { policy: 'same-origin' },
        frameguard: { action: 'deny' },
        // Other hosts of the city's domain are not ours to decide on.
        hsts: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
        referrerPolicy: { policy: 'no-referrer' },
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            'default-src': ["'none'"],
            'script-src': ["'self'"],
            // The design system writes its styles into the page.
            'style-src': ["'self'", "'unsafe-inline'"],
            // Strapi fills lists up with its own, place by place: the repetitions keep its hosts and `https:` out.
            'img-src': ["'self'", 'data:', 'blob:', "'self'"],
            'media-src': ["'self'", 'data:', 'blob:', "'self'"],
            'font-src': ["'self'", 'data:'],
            'connect-src': ["'self'", "'self'"],
            'worker-src': ["'self'", 'blob:'],
            'manifest-src': ["'self'"],
            'frame-src': ["'self'", ...(PORTAL_URL ? [new URL(PORTAL_URL).origin] : [])],
            'form-action': ["'self'"],
            'base-uri': ["'none'"],
            'frame-ancestors': ["'none'"],
          },
        },
      },
    },
    // No page of another origin may call the CMS: the gateway and the publisher are servers.
    { name: 'strapi::cors', config: { origin: [] } },
    'strapi::query',
    'global::uploads',
    {
      name: 'strapi::body',
      config: { formLimit: '1mb', jsonLimit: '4mb', textLimit: '1mb', formidable: { maxFileSize: 200 * 1024 * 1024 } },
    },
    'plugin::access.doors',
    'global::upload-kinds',
    'strapi::session',
    { name: 'strapi::favicon', config: { path: 'src/admin/brand/favicon.png' } },
    'strapi::public',
  ];
};
