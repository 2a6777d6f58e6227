export { mailWorker } from './mail-worker.ts';
export { sendMail } from './send-mail.ts';
