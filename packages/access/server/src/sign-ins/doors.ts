/** A route that lets somebody in who is not signed in yet. */
export interface Door {
  name: 'sign-in' | 'register' | 'registration-info' | 'reset-password' | 'forgot-password' | 'first-administrator';
  method: 'GET' | 'POST';
  path: string;
}

const DOORS: readonly Door[] = [
  { name: 'sign-in', method: 'POST', path: '/admin/login' },
  { name: 'register', method: 'POST', path: '/admin/register' },
  { name: 'registration-info', method: 'GET', path: '/admin/registration-info' },
  { name: 'reset-password', method: 'POST', path: '/admin/reset-password' },
  { name: 'forgot-password', method: 'POST', path: '/admin/forgot-password' },
  { name: 'first-administrator', method: 'POST', path: '/admin/register-admin' },
];

/** Strapi's router cares neither for capitals nor for a last slash. */
const plainOf = (path: string) => path.toLowerCase().replace(/\/+$/, '');

/** What a request that ends a session is called in the audit. */
export function findLeaving(method: string, path: string): 'sign-out' | 'session.revoke' | undefined {
  const plain = plainOf(path);
  if (method === 'POST' && plain === '/admin/logout') return 'sign-out';
  return method === 'DELETE' && /^\/admin\/users\/me\/sessions(\/|$)/.test(plain) ? 'session.revoke' : undefined;
}

/** The door a request knocks at. */
export function findDoor(method: string, path: string): Door | undefined {
  const plain = plainOf(path);
  const asked = method === 'HEAD' ? 'GET' : method;
  return DOORS.find((door) => door.method === asked && door.path === plain);
}
