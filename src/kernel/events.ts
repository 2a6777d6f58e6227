import { z } from 'zod';

/** An entry of the event table: what happened, and what its payload says of it. */
export interface EventEntry {
  /** Of the payload's shape: raised where readers of the old one would misread the new one. */
  version: number;
  /** One line for the docs, with what the subject is where the name does not say it. */
  summary: string;
  payload: z.ZodType;
}

/** By name: its noun and what was done to it, in the past tense, as `order.created`. */
export type EventTable = Readonly<Record<EventName, EventEntry>>;

type EventName = `${string}.${string}`;

/** All events: each module adds its own beside its table. */
// eslint-disable-next-line typescript/no-empty-interface -- filled by modules
export interface DeclaredEvents {}

export type DeclaredEvent = keyof DeclaredEvents;

/** What the payload of an event is to be. */
export type EventPayload<Name extends DeclaredEvent> = DeclaredEvents[Name] extends { payload: infer Schema }
  ? z.input<Schema & z.ZodType>
  : never;

const table = new Map<string, EventEntry>();

/** Every module's events, filled by `defineEvents`. */
export const eventTable: ReadonlyMap<string, EventEntry> = table;

/** Adds a module's events. Their names are stored for good, and other programs will know them: none changes. */
export function defineEvents<const Table extends EventTable>(entries: Table): Table {
  for (const [name, entry] of Object.entries<EventEntry>(entries)) {
    if (!/^[a-z_]+\.[a-z_]+$/.test(name)) throw new Error(`not a name of an event: ${name}`);
    if (table.has(name)) throw new Error(`event defined twice: ${name}`);
    table.set(name, entry);
  }
  return entries;
}

/** Nothing beside the subject. */
export const NOTHING = z.strictObject({});

/** A field that was changed: what it was and what it is. */
export const Change = z.tuple([z.unknown(), z.unknown()]);

/** The payload of an edit: by its name each field that was changed. */
export const CHANGES = z.record(z.string(), Change);

/**
 * The payload of an edit that says more than what was changed.
 * @param others fields with a meaning of their own, beside the changed ones
 */
export function changesWith<Others extends z.ZodRawShape>(others: Others) {
  // An index signature of pairs would refuse the other fields in TypeScript: there the changed ones are unknown.
  return z.object(others).catchall(Change) as unknown as z.ZodType<
    z.output<z.ZodObject<Others>> & Record<string, unknown>,
    z.input<z.ZodObject<Others>> & Record<string, unknown>
  >;
}

/**
 * The name and version of an event for a statement that writes it itself, as SQL for these two columns.
 * @param events the table that declares it
 */
export function eventSql<Table extends EventTable>(events: Table, name: keyof Table & EventName): string {
  return `'${name}', ${events[name]?.version}`;
}
