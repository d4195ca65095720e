import { z } from 'zod';

/** Codes of the roles that may stand in a stage; the same as in the plugin `access`. */
export const STAGE_ROLES = ['author', 'reviewer', 'signer', 'site-administrator'] as const;

const stage = z.strictObject({
  name: z.string().trim().min(1, '请填写环节名称').max(12, '环节名称最多 12 个字'),
  roles: z.array(z.enum(STAGE_ROLES, '没有这个角色')).max(4),
  users: z.array(z.number().int().positive()).max(20, '一个环节最多指定 20 人'),
  countersign: z.enum(['any', 'all'], '会签方式只能是“any”（任一人）或“all”（全部）'),
  days: z.number().int('时限要填整数').min(1, '时限至少 1 个工作日').max(60, '时限最多 60 个工作日'),
});

/** The stages of a flow as they are written down and checked. */
export const stagesSchema = z
  .array(stage)
  .min(1, '至少要有一个环节')
  .max(8, '最多 8 个环节')
  .superRefine((stages, context) => {
    stages.forEach(({ name, roles, users }, index) => {
      if (roles.length + users.length === 0)
        context.addIssue({
          code: 'custom',
          path: [index, 'roles'],
          message: `“${name}”没有指定角色或人员，没有人能审`,
        });
      if (stages.findIndex((other) => other.name === name) < index)
        context.addIssue({ code: 'custom', path: [index, 'name'], message: `有两个环节都叫“${name}”，请改一个` });
    });
  });

/** One step of review: who may act in it, whether one of them is enough (会签), and how many working days it has. */
export type Stage = z.infer<typeof stage>;

/** The stages that documents of a place go through. Without site, column and type it holds for all. */
export interface Flow {
  id?: number;
  name: string;
  /** documentId. */
  site: string | null;
  /** documentId; holds for the columns below it too. */
  column: string | null;
  /** uid of a content type. */
  uid: string | null;
  stages: Stage[];
}

/** 三审三校: 初审 and 复审 by two reviewers, 签发 by a signer. */
export const DEFAULT_FLOW: Flow = {
  name: '默认流程',
  site: null,
  column: null,
  uid: null,
  stages: [
    { name: '初审', roles: ['reviewer'], users: [], countersign: 'any', days: 1 },
    { name: '复审', roles: ['reviewer'], users: [], countersign: 'any', days: 1 },
    { name: '签发', roles: ['signer'], users: [], countersign: 'any', days: 1 },
  ],
};
