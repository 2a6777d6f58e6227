import { couriers } from '../../reference/index.ts';

/** JNE asks why a pickup is cancelled. */
const REASON_REQUIRED = new Set(['jne']);

/** The couriers whose code or name is the one given, in any letter case. */
export function couriersNamed(name: string): number[] {
  const wanted = name.trim().toLowerCase();
  return couriers
    .filter((courier) =>
      [courier.code, courier.name, courier.full_name].some((known) => known.toLowerCase() === wanted),
    )
    .map(({ id }) => id);
}

/** Whether a courier's pickup is cancelled only with a reason. */
export function requiresCancelReason(courier_id: number): boolean {
  return couriers.some(({ id, code }) => id === courier_id && REASON_REQUIRED.has(code));
}
