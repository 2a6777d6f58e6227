import type { Job } from '../../kernel/jobs/job.ts';
import { applyJob } from './apply-import.ts';
import './errors.ts';
import { undoJob } from './undo-import.ts';
import { previewJob } from './upload-import.ts';

export { productImportRoutes } from './routes.ts';

export const productImportJobs: Job[] = [previewJob, applyJob, undoJob];
