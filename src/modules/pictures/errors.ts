import { defineErrors } from '../../kernel/errors.ts';

export const pictureErrors = defineErrors({
  picture_gone: {
    status: 422,
    en: 'The picture {address} no longer exists. Upload it again.',
    id: 'Gambar {address} sudah tidak tersedia. Silakan unggah lagi.',
    explanation:
      'A picture that no product uses is deleted after one day, or within a month after the last product ' +
      'stopped using it.',
  },
});
