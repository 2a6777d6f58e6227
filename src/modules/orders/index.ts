import type { Job } from '../../kernel/jobs/job.ts';
import type { Route } from '../../kernel/http/route.ts';
import { cancelRoutes } from './cancel-routes.ts';
import { closedDownload } from './download-closed.ts';
import { orderDownload } from './download-orders.ts';
import './errors.ts';
import { readingRoutes } from './reading-routes.ts';
import { orderRoutes as ownRoutes } from './routes.ts';

export { openOrderCounter } from './open-order-counter.ts';

export const orderRoutes: Route[] = [...ownRoutes, ...readingRoutes, ...cancelRoutes];
export const orderJobs: Job[] = [closedDownload.job, orderDownload.job];
