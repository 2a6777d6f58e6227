import { z } from 'zod';

/** The job that sends what waits of a shop. */
export const MESSAGE_WORK = { name: 'send-messages', input: z.object({}) };
