import { refuse } from '../../guard-publishing.ts';
import { findObstacles } from '../../neighbours.ts';
import type { MoveRequest } from '../move-request.ts';
import type { Scene } from '../scene.ts';

/** Lets a draft pass that has nothing against it. @throws {errors.ValidationError} With every reason at once. */
export async function passGate({ review, key, actor }: Scene, { override }: MoveRequest): Promise<void> {
  refuse(await findObstacles(review.strapi, key, { override, by: actor.id }));
}
