import { z } from 'zod';

/** The job that gets the payment page of an invoice; its name is stored. */
export const BILLING_WORK = { name: 'billing-work', input: z.object({ id: z.int() }) };
