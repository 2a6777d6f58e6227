import { defineErrors } from '../../kernel/errors.ts';

export const pictureErrors = defineErrors({
  picture_gone: {
    status: 422,
    en: 'The picture {address} is not kept here any more. Upload it again.',
    id: 'Gambar {address} sudah tidak disimpan di sini. Unggah lagi.',
    explanation:
      'A picture that no product shows is removed after a day, or within a month after the last product stopped ' +
      'showing it.',
  },
});
