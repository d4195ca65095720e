import type { Stage } from './flow.ts';

/** A place in a stage that somebody has to fill: `user:12` or `role:signer`. */
export type Seat = string;

export const userSeat = (id: number): Seat => `user:${id}`;
export const roleSeat = (code: string): Seat => `role:${code}`;

/** Every seat of a stage; people named by themselves come first. */
export const seatsOf = ({ users, roles }: Stage): Seat[] => [...users.map(userSeat), ...roles.map(roleSeat)];

/** The seats that still wait for somebody. With 会签 of all every seat is filled, otherwise one is enough. */
export function openSeats(stage: Stage, filled: readonly Seat[]): Seat[] {
  if (stage.countersign === 'any') return filled.length > 0 ? [] : seatsOf(stage);
  return seatsOf(stage).filter((seat) => !filled.includes(seat));
}

/** Somebody who might fill a seat, for themselves or for a colleague who is absent (代理). */
export interface Sitter {
  seats: readonly Seat[];
  /** Site administrators act in every stage. */
  fillsAny: boolean;
  /** The absent colleague. */
  standsInFor?: number;
}

/** The first seat one of these can take, and for whom. */
export function takeSeat(
  open: readonly Seat[],
  sitters: readonly Sitter[],
): { seat: Seat; standsInFor?: number } | undefined {
  for (const { seats, fillsAny, standsInFor } of sitters) {
    const seat = open.find((one) => seats.includes(one)) ?? (fillsAny ? open[0] : undefined);
    if (seat) return { seat, ...(standsInFor === undefined ? {} : { standsInFor }) };
  }
  return undefined;
}
