import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const viewErrors = defineErrors({
  view_exists: {
    status: 422,
    en: 'There is a view with this {field} already.',
    id: 'Sudah ada tampilan dengan {field} ini.',
    explanation:
      'Titles of your own views of a list differ, and so do those of the views that the shop shares. Capital letters make no difference.',
  },
  views_full: {
    status: 422,
    en: 'You have saved {limit} views of this list already. Delete one to save another.',
    id: 'Anda sudah menyimpan {limit} tampilan untuk daftar ini. Hapus salah satu untuk menyimpan yang lain.',
    explanation: 'docs/limits.md lists how many there can be.',
  },
  view_of_other: {
    status: 403,
    en: 'Only the user who saved this view can make it private.',
    id: 'Hanya pengguna yang menyimpan tampilan ini yang dapat menjadikannya pribadi.',
    explanation:
      'A private view is for the user who saved it. Others can change a shared view, or delete it.',
  },
  view_not_shared_by_role: {
    status: 403,
    en: 'Only owners and admins can share views, and change or delete shared ones.',
    id: 'Hanya pemilik dan admin yang dapat membagikan tampilan, serta mengubah atau menghapus yang dibagikan.',
    explanation: 'Shared views are for everybody in the shop. Save a private one instead.',
  },
  preferences_full: {
    status: 422,
    en: 'You have {limit} preferences already. Delete one to add another.',
    id: 'Anda sudah memiliki {limit} preferensi. Hapus salah satu untuk menambah yang lain.',
    explanation: 'docs/limits.md lists how many there can be.',
  },
  preference_name: {
    status: 422,
    en: 'The {field} must begin with a letter and have only the letters a to z, digits, dots, hyphens and underscores.',
    id: '{field} harus diawali huruf dan hanya boleh berisi huruf a sampai z, angka, titik, tanda hubung, dan garis bawah.',
    explanation: 'For example orders.columns, in small letters, of at most 64 characters.',
  },
  preference_large: {
    status: 422,
    en: 'The {field} must have at most {limit} bytes as JSON.',
    id: '{field} maksimal {limit} byte sebagai JSON.',
    explanation: 'Preferences are settings of a screen. What is larger belongs elsewhere.',
  },
});

mapConstraint('saved_views_own_title', { code: 'view_exists', field: 'title' });
mapConstraint('saved_views_shared_title', { code: 'view_exists', field: 'title' });
