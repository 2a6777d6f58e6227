import { defineErrors } from '../errors.ts';

export const jobErrors = defineErrors({
  too_many_jobs: {
    status: 429,
    en: 'The shop has {limit} jobs that wait or run. Wait until one has ended.',
    id: 'Toko ini punya {limit} pekerjaan yang menunggu atau berjalan. Tunggu sampai salah satu selesai.',
    explanation:
      'Imports, downloads and other long work are done one after another; so many may wait, no more.',
  },
  job_failed: {
    status: 500,
    en: 'The work could not be done, though it was tried several times. Run it again, or tell us its number.',
    id: 'Pekerjaan gagal setelah beberapa kali dicoba. Jalankan lagi, atau beri tahu kami nomornya.',
    explanation:
      'A fault of ours or of the server kept the job from ending. What it had not finished is undone.',
  },
  job_user_removed: {
    status: 403,
    en: 'The user who asked for this work has been removed from the shop.',
    id: 'Pengguna yang meminta pekerjaan ini sudah dihapus dari toko.',
    explanation: 'Work is done in the name of who asked for it, and ends with their access.',
  },
  job_not_failed: {
    status: 400,
    en: 'Only a job that failed can be run again.',
    id: 'Hanya pekerjaan yang gagal yang dapat dijalankan lagi.',
    explanation: 'The job waits, runs, or has ended well.',
  },
});
