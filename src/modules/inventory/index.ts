import type { Job } from '../../kernel/jobs/job.ts';
import './errors.ts';
import { moveLargeTransfer } from './move-transfer.ts';
import { setCounted } from './set-counted.ts';

export { inventoryRoutes } from './routes.ts';

export const inventoryJobs: Job[] = [setCounted, moveLargeTransfer];
