import type { Job } from '../../kernel/jobs/job.ts';
import type { Route } from '../../kernel/http/route.ts';
import { cancelRoutes } from './cancel-routes.ts';
import { closedDownload } from './download-closed.ts';
import './errors.ts';
import { orderRoutes as ownRoutes } from './routes.ts';

export { openOrderCounter } from './open-order-counter.ts';

export const orderRoutes: Route[] = [...ownRoutes, ...cancelRoutes];
export const orderJobs: Job[] = [closedDownload.job];
