export { chosenJobs } from './list-jobs.ts';
