import { defineErrors } from '../errors.ts';

export const fileErrors = defineErrors({
  file_store_unavailable: {
    status: 503,
    en: 'The file could not be stored. Try again in a moment.',
    id: 'Berkas tidak dapat disimpan. Coba lagi sebentar lagi.',
    explanation: 'The storage of files did not answer in time, or failed. Nothing was changed.',
  },
  file_required: {
    status: 422,
    en: 'Send the {field} as a file, by multipart/form-data.',
    id: 'Kirim {field} sebagai berkas, dengan multipart/form-data.',
    explanation: 'The field is missing, or was sent as text: the name or address of a file is not the file.',
  },
  picture_type: {
    status: 422,
    en: 'The {field} must be a PNG, JPEG, WebP or GIF picture.',
    id: '{field} harus berupa gambar PNG, JPEG, WebP, atau GIF.',
    explanation:
      'What the file is, is read from its content; its name and the type that came with it count for nothing.',
  },
  picture_unreadable: {
    status: 422,
    en: 'The picture in {field} is damaged and can not be read.',
    id: 'Gambar di {field} rusak dan tidak dapat dibaca.',
    explanation: 'The file begins like a picture but is cut off or broken. Save it again and send it anew.',
  },
  picture_too_large: {
    status: 422,
    en: 'The picture in {field} has too many pixels: at most {megapixels} megapixels are allowed.',
    id: 'Gambar di {field} terlalu besar: paling banyak {megapixels} megapiksel.',
    explanation: 'Width times height of the picture is over the limit. Make it smaller and send it anew.',
  },
});
