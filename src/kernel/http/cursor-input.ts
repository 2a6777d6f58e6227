import { z } from 'zod';
import { isDay } from '../calendar.ts';
import { reading, UNREADABLE } from './input.ts';

/** Where a page ended, of a list that is sorted by day and id. */
export interface DayCursor {
  day: string;
  id: number;
  /** Within what has the ID, where it has several. */
  part?: number;
}

/** The text form of a cursor: `2026-03-10_4711`, or `2026-03-10_4711_2`. */
export function cursorText({ day, id: number, part }: DayCursor): string {
  return [day, number, ...(part === undefined ? [] : [part])].join('_');
}

function readCursor(value: unknown): DayCursor | typeof UNREADABLE {
  const [, day = '', number, part] =
    /^(\d{4}-\d{2}-\d{2})_(\d{1,15})(?:_(\d{1,4}))?$/.exec(typeof value === 'string' ? value.trim() : '') ??
    [];
  if (!isDay(day)) return UNREADABLE;
  return { day, id: Number(number), ...(part !== undefined && { part: Number(part) }) };
}

/** The `next_cursor` of the page before. */
export function dayCursor() {
  return reading('cursor', readCursor, z.custom<DayCursor>().meta({ type: 'string' }));
}

/** Where a page ended, of a list that is sorted by a day or an amount, and by ID. */
export interface PlaceCursor {
  /** yyyy-mm-dd, or the digits of the amount. */
  at: string;
  id: number;
}

function readPlace(value: unknown): PlaceCursor | typeof UNREADABLE {
  const [, at = '', number] =
    /^(\d{4}-\d{2}-\d{2}|\d{1,15})_(\d{1,15})$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  return isDay(at) || /^\d+$/.test(at) ? { at, id: Number(number) } : UNREADABLE;
}

/** The `next_cursor` of the page before, written as `${at}_${id}`. */
export function placeCursor() {
  return reading('cursor', readPlace, z.custom<PlaceCursor>().meta({ type: 'string' }));
}
