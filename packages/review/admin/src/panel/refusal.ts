/** Why something was refused: one reason, the field it belongs to, what to do about it. */
export interface Reason {
  message: string;
  remedy?: string;
  /** With dots down to a part of the field; none for reasons that belong to no field. */
  field?: string;
  /** Whether one may go on after saying yes to it. */
  isQuestion?: boolean;
}

interface ServerError {
  message?: string;
  details?: { errors?: ServerReason[] };
}
interface ServerReason {
  message: string;
  remedy?: string;
  field?: string | null;
  path?: string[];
  level?: string;
}

const CHINESE = /[\u4e00-\u9fa5]/;
const UNKNOWN = '没有做成，请稍后再试。';

/** Reads every reason out of what the server answered. Its Chinese messages are written for people, others are not shown. */
export function readReasons(error: unknown): Reason[] {
  const failed = (error as { response?: { status?: number; data?: { error?: ServerError } } }).response;
  if (!failed) return [{ message: '连不上服务器，请稍后再试。' }];
  const { message, details } = failed.data?.error ?? {};
  const reasons = (details?.errors ?? []).map(readReason);
  if (reasons.length > 0) return reasons;
  if (failed.status === 403) return [{ message: '您没有做这件事的权限。需要的话请找站点管理员。' }];
  return [{ message: message && CHINESE.test(message) ? message : UNKNOWN }];
}

function readReason({ message, remedy, field, path, level }: ServerReason): Reason {
  const place = field ?? path?.join('.');
  return {
    message,
    ...(remedy ? { remedy } : {}),
    ...(place ? { field: place } : {}),
    ...(level === 'confirm' ? { isQuestion: true } : {}),
  };
}
