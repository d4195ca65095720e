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

/** The door a request knocks at. Strapi's router cares neither for capitals nor for a last slash. */
export function findDoor(method: string, path: string): Door | undefined {
  const plain = path.toLowerCase().replace(/\/+$/, '');
  const asked = method === 'HEAD' ? 'GET' : method;
  return DOORS.find((door) => door.method === asked && door.path === plain);
}
