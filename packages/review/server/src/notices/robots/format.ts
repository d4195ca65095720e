import type { DeliveryError } from '../delivery/delivery-error.ts';
import type { Message } from '../delivery/message.ts';

/** How one service wants its robots to speak. */
export interface RobotFormat {
  label: string;
  /** Whether its robots can have a signing secret. */
  signs: boolean;
  /** The call for a message. @param now For the time in the signature. */
  build(message: Message, robot: { address: string; secret: string | undefined }, now: Date): { url: string; body: object };
  /** What an answer of status 200 means: nothing when it arrived. All three say in the body what went wrong. */
  readAnswer(answer: Record<string, unknown>): DeliveryError | undefined;
}
