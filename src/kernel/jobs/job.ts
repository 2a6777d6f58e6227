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
  /** As `download-products`: kept in rows, so it must never change. */
  name: string;
  input: z.ZodType<Input>;
  /**
   * Does the work in the name of who asked for it. It may be run again at any point, even while a run that
   * was thought dead goes on: what it writes must be locked or keyed so that twice is as good as once. A
   * Refusal (but 5xx) ends it for good and is shown to the person; any other error is tried again.
   * @returns what is shown when it is done, and kept as JSON
   */
  run(context: Context, input: Input, run: JobRun): Promise<Record<string, unknown>>;
}

/** Declares a kind of long work; the list of all of them stands in app.ts. */
export function defineJob<Schema extends z.ZodType>(job: {
  name: string;
  input: Schema;
  run(context: Context, input: z.output<Schema>, run: JobRun): Promise<Record<string, unknown>>;
}): Job<z.output<Schema>> {
  return job as Job<z.output<Schema>>;
}

/** Ends a run that another run will continue: the job itself has no error. */
export class JobInterrupted extends Error {}
