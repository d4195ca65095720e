import type { MoveRequest } from '../move-request.ts';
import type { Scene } from '../scene.ts';

/** What came of a move, for the history. */
export interface Done {
  to: string;
  /** What was said with it. */
  remark?: string | undefined;
}

/** Makes one move, in the open transaction; the table has allowed it. */
export type MoveHandler = (scene: Scene, request: MoveRequest) => Promise<Done>;
