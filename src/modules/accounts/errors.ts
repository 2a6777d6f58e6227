import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const accountErrors = defineErrors({
  subdomain_characters: {
    status: 422,
    en: 'The {field} may hold letters, digits and dashes only, and must begin and end with a letter or digit.',
    id: '{field} hanya boleh berisi huruf, angka, dan tanda hubung, serta diawali dan diakhiri huruf atau angka.',
    explanation: 'A subdomain is part of an address, as in tokoku in tokoku.example.com.',
  },
  subdomain_reserved: {
    status: 422,
    en: 'This subdomain is kept for the platform itself.',
    id: 'Subdomain ini dipakai oleh platform sendiri.',
    explanation: 'Addresses like www and api belong to the platform. Choose another.',
  },
  wrong_login: {
    status: 401,
    en: 'Email or password is wrong.',
    id: 'Email atau kata sandi salah.',
    explanation: 'No account has this email with this password.',
  },
  too_many_logins: {
    status: 429,
    en: 'Too many attempts to sign in. Try again in {seconds} seconds.',
    id: 'Terlalu banyak percobaan masuk. Coba lagi dalam {seconds} detik.',
    explanation:
      'Wrong passwords make the tries after them wait, by account and network address together. A device on which you signed in before does not wait for what others guess.',
  },
  wrong_current_password: {
    status: 422,
    en: 'The {field} is wrong.',
    id: '{field} salah.',
    explanation: 'This is not the password that you sign in with. Wrong ones are counted as at a login.',
  },
  current_password_required: {
    status: 422,
    en: 'Send your present password as {field} to set a new one.',
    id: 'Kirim kata sandi yang sekarang sebagai {field} untuk menggantinya.',
    explanation: 'A new password is set only by whoever knows the present one, also while signed in.',
  },
  password_common: {
    status: 422,
    en: 'This password is among those that are guessed first. Choose another, as some words in a row.',
    id: 'Kata sandi ini termasuk yang paling mudah ditebak. Pilih yang lain, misalnya beberapa kata berurutan.',
    explanation: 'The password stands in a list of common passwords, which guessers try first.',
  },
  password_personal: {
    status: 422,
    en: 'The {field} may not be your name, email, phone number, or the name or subdomain of the shop.',
    id: '{field} tidak boleh sama dengan nama, email, nomor telepon, atau nama dan subdomain toko.',
    explanation: 'Whoever knows you or your shop would guess it first.',
  },
  invitation_ended: {
    status: 422,
    en: 'This invitation was used already, was replaced, or has ended. Ask for a new one.',
    id: 'Undangan ini sudah dipakai, sudah diganti, atau sudah berakhir. Minta undangan baru.',
    explanation:
      'An invitation works once, for seven days; inviting the same email again ends the one before.',
  },
  last_owner: {
    status: 422,
    en: 'This is the only owner of the shop. Make another user the owner first.',
    id: 'Ini satu-satunya pemilik toko. Jadikan pengguna lain sebagai pemilik lebih dahulu.',
    explanation: 'A shop without an owner could manage neither its users nor its keys.',
  },
  password_confirmation: {
    status: 422,
    en: 'The {field} does not match the password.',
    id: '{field} tidak sama dengan kata sandi.',
    explanation: 'Both fields must hold the same new password.',
  },
  email_taken: {
    status: 422,
    en: 'This email already has an account.',
    id: 'Email ini sudah punya akun.',
    explanation: 'An email signs in to one shop. Sign in, or use another email.',
  },
});

mapConstraint('users_email_unique', { code: 'email_taken', field: 'email' });
mapConstraint('users_shop_email_unique', { code: 'email_taken', field: 'email' });
