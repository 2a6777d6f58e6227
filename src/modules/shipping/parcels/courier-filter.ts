import { couriers } from '../../reference/index.ts';

/** JNE asks why a pickup is cancelled. */
const REASON_REQUIRED = new Set(['jne']);

/** The courier whose code or name is the one given, in any letter case. */
export function courierNamed(name: string): number | undefined {
  const wanted = name.trim().toLowerCase();
  return couriers.find((courier) =>
    [courier.code, courier.name, courier.full_name].some((known) => known.toLowerCase() === wanted),
  )?.id;
}

/** Whether a courier's pickup is cancelled only with a reason. */
export function requiresCancelReason(courier_id: number): boolean {
  return couriers.some(({ id, code }) => id === courier_id && REASON_REQUIRED.has(code));
}
