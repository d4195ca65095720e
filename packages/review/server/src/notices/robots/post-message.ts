import { DeliveryError, reasonOf } from '../delivery/delivery-error.ts';
import type { Message } from '../delivery/message.ts';
import { findAddressProblem } from './address.ts';
import { ROBOT_FORMATS, type RobotService } from './service.ts';

/** Longest wait for a service, ms; far below the claim of a delivery. */
const TIMEOUT = 15_000;
/** Most of an answer that is read, characters. */
const ANSWER = 10_000;

/** A robot with its secrets open. */
export interface OpenRobot {
  service: RobotService;
  address: string;
  secret: string | undefined;
}

export interface PostOptions {
  now: Date;
  /** Origins that may be called beside those of the services. */
  allowed: readonly string[];
  fetch: typeof fetch;
}

/**
 * Sends a message to a robot.
 * @throws {DeliveryError} When it did not arrive.
 */
export async function postMessage(message: Message, robot: OpenRobot, { now, allowed, fetch }: PostOptions): Promise<void> {
  // What may be called can have changed since the robot was set up.
  const problem = findAddressProblem(robot.service, robot.address, allowed);
  if (problem) throw new DeliveryError(problem, { isFinal: true });
  const format = ROBOT_FORMATS[robot.service];
  const { url, body } = format.build(message, robot, now);
  const answer = await call(fetch, url, { message, body }).catch((error: unknown) => {
    throw error instanceof DeliveryError ? error : new DeliveryError(`${format.label}：${reasonOf(error)}`, { cause: error });
  });
  const failure = format.readAnswer(answer);
  if (failure) throw failure;
}

async function call(fetch: PostOptions['fetch'], url: string, { message, body }: { message: Message; body: object }): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-mingchuang-delivery': message.id },
    body: JSON.stringify(body),
    // A redirect could lead into the house.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const text = (await response.text()).slice(0, ANSWER);
  const answer = parse(text);
  // 飞书 answers refusals with 400 and their code; the others with 200.
  if (!response.ok && answer?.code === undefined && answer?.errcode === undefined) throw new DeliveryError(`对方回答 ${response.status}`);
  if (!answer) throw new DeliveryError('对方的回答看不懂');
  return answer;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
