export { bodyOf, MAIL_BODIES } from './mail-body.ts';
export { mailWorker } from './mail-worker.ts';
export { sendMail } from './send-mail.ts';
