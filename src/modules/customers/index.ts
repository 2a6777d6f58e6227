import type { Job } from '../../kernel/jobs/job.ts';
import { customerDownload } from './download-customers.ts';
import './errors.ts';

export { findNamedCustomers, type NamedCustomer } from './find-named-customers.ts';
export { openCustomerCategories } from './open-customer-categories.ts';
export { customerRoutes } from './routes.ts';
export { noteOrder } from './note-order.ts';

export const customerJobs: Job[] = [customerDownload.job];
