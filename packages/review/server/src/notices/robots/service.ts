import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import type { RobotFormat } from './format.ts';
import { wecom } from './wecom.ts';

export const ROBOT_SERVICES = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotService = (typeof ROBOT_SERVICES)[number];

/** How each service wants it. */
export const ROBOT_FORMATS: Record<RobotService, RobotFormat> = { wecom, dingtalk, feishu };
