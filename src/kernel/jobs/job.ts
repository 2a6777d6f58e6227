import type { z } from 'zod';
import type { Context } from '../context.ts';

/** One run of a job, as its work sees it. */
export interface JobRun {
  job_id: number;
  /**
   * Says how far the work is; seen at once, whatever transaction is open, and written at most twice a second.
   * @throws JobInterrupted when the run has to end: the server stops, or another run has taken over
   */
  progress(done: number, total?: number): Promise<void>;
}

/** A kind of long work. */
export interface Job<Input = unknown> {
  /** For example `download-products`. It is stored in rows and must never change. */
  name: string;
  input: z.ZodType<Input>;
  /** Whether whoever requested it is told when it is done. Of what has failed they always are. */
  is_told?: boolean;
  /**
   * Does the work in the name of the actor who requested it. It may run again at any time, even while a run that was
   * believed dead continues: what it writes must be locked or keyed so that running twice has the effect of once. A
   * Refusal (except 5xx) ends it permanently and is shown to the user; any other error is retried.
   * @returns the result, which is stored as JSON and shown to the user
   */
  run(context: Context, input: Input, run: JobRun): Promise<Record<string, unknown>>;
}

/** Declares a kind of long work; the list of all of them stands in app.ts. */
export function defineJob<Schema extends z.ZodType>(job: {
  name: string;
  input: Schema;
  is_told?: boolean;
  run(context: Context, input: z.output<Schema>, run: JobRun): Promise<Record<string, unknown>>;
}): Job<z.output<Schema>> {
  return job as Job<z.output<Schema>>;
}

/** Ends a run that another run will continue: the job itself has no error. */
export class JobInterrupted extends Error {}
