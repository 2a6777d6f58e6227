import { defineErrors } from '../errors.ts';

export const jobErrors = defineErrors({
  too_many_jobs: {
    status: 429,
    en: 'The shop already has {limit} jobs waiting or running. Wait until one of them has finished.',
    id: 'Sudah ada {limit} proses yang menunggu atau berjalan di toko ini. Tunggu hingga salah satunya selesai.',
    explanation:
      'Imports, downloads and other long operations run as jobs, one after another. The number of waiting jobs ' +
      'is limited.',
  },
  job_failed: {
    status: 500,
    en: 'The job failed after several attempts. Run it again, or contact support with its ID.',
    id:
      'Proses gagal setelah beberapa kali dicoba. Jalankan lagi, atau hubungi layanan bantuan dengan ' +
      'menyertakan ID proses.',
    explanation:
      'An error on the server prevented the job from finishing. Its unfinished changes were rolled back.',
  },
  job_user_removed: {
    status: 403,
    en: 'The user who requested this job has been removed from the shop.',
    id: 'Pengguna yang meminta proses ini sudah dihapus dari toko.',
    explanation:
      'A job runs with the permissions of the user who requested it, and ends when that user loses access.',
  },
  job_not_failed: {
    status: 400,
    en: 'Only failed jobs can be retried.',
    id: 'Hanya proses yang gagal yang dapat dijalankan lagi.',
    explanation: 'The job is waiting, running, or has succeeded.',
  },
});
