import { defineStrings } from '../../ui/language.ts';

export const strings = defineStrings(
  {
    views: 'Tampilan',
    save: 'Simpan tampilan ini…',
    title: 'Nama tampilan',
    share: 'Bagikan ke semua di toko',
    shared: 'Bersama',
    own: 'Milik saya',
    change: 'Ubah tampilan ini…',
    use_current: 'Simpan saringan dan kolom yang sekarang',
    none: 'Belum ada tampilan tersimpan.',
    saved: 'Tampilan disimpan.',
    deleted: 'Tampilan dihapus.',
  },
  {
    views: 'Views',
    save: 'Save this view…',
    title: 'Name of the view',
    share: 'Share with everybody in the shop',
    shared: 'Shared',
    own: 'Mine',
    change: 'Change this view…',
    use_current: 'Save the filters and columns of now',
    none: 'No saved views yet.',
    saved: 'The view was saved.',
    deleted: 'The view was deleted.',
  },
);
