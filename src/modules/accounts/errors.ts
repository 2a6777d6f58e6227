import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const accountErrors = defineErrors({
  subdomain_characters: {
    status: 422,
    en: 'The {field} can contain only letters, digits and hyphens, and must start and end with a letter or digit.',
    id:
      '{field} hanya boleh berisi huruf, angka, dan tanda hubung, serta harus diawali dan diakhiri huruf atau ' +
      'angka.',
    explanation: 'A subdomain is part of a web address, like tokoku in tokoku.example.com.',
  },
  subdomain_reserved: {
    status: 422,
    en: 'This subdomain is reserved.',
    id: 'Subdomain ini tidak dapat digunakan.',
    explanation: 'Addresses such as www and api are reserved for the platform. Choose another one.',
  },
  wrong_login: {
    status: 401,
    en: 'Wrong email or password.',
    id: 'Email atau kata sandi salah.',
    explanation: 'No account has this email and password.',
  },
  too_many_logins: {
    status: 429,
    en: 'Too many sign-in attempts. Try again in {seconds} seconds.',
    id: 'Terlalu banyak percobaan masuk. Coba lagi dalam {seconds} detik.',
    explanation:
      'After wrong passwords, further attempts for the same account from the same network must wait. Devices ' +
      'on which you have signed in before are not affected by attempts from others.',
  },
  asked_too_often: {
    status: 429,
    en: 'Too many requests of this kind. Try again in {seconds} seconds.',
    id: 'Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.',
    explanation:
      'Codes and accounts can be requested only so often: codes for each recipient, both from each network. See docs/limits.md.',
  },
  wrong_current_password: {
    status: 422,
    en: 'The {field} is wrong.',
    id: '{field} salah.',
    explanation:
      'This is not your current password. Wrong attempts are counted as they are when you sign in.',
  },
  current_password_required: {
    status: 422,
    en: 'Send your current password as {field} to set a new password.',
    id: 'Kirim kata sandi saat ini sebagai {field} untuk membuat kata sandi baru.',
    explanation: 'A new password can be set only with the current password, even when you are signed in.',
  },
  password_common: {
    status: 422,
    en: 'This password is too common. Choose another one, for example a sequence of several words.',
    id: 'Kata sandi ini terlalu umum. Gunakan kata sandi lain, misalnya gabungan beberapa kata.',
    explanation: 'The password is on a list of common passwords, which attackers try first.',
  },
  password_personal: {
    status: 422,
    en: 'The {field} must not be your name, email or phone number, or the name or subdomain of the shop.',
    id: '{field} tidak boleh sama dengan nama, email, atau nomor telepon Anda, maupun nama atau subdomain toko.',
    explanation: 'Anyone who knows you or your shop would try it first.',
  },
  invitation_ended: {
    status: 422,
    en: 'This invitation was already used, was replaced, or has expired. Ask for a new one.',
    id: 'Undangan ini sudah digunakan, sudah diganti, atau sudah kedaluwarsa. Minta undangan baru.',
    explanation:
      'An invitation can be used once, within seven days. Inviting the same email again replaces the previous ' +
      'invitation.',
  },
  last_owner: {
    status: 422,
    en: 'This is the only owner of the shop. Make another user an owner first.',
    id: 'Pengguna ini satu-satunya pemilik toko. Jadikan pengguna lain sebagai pemilik terlebih dahulu.',
    explanation: 'Without an owner, nobody could manage the users and API keys of the shop.',
  },
  password_confirmation: {
    status: 422,
    en: 'The {field} does not match the password.',
    id: '{field} tidak sama dengan kata sandi.',
    explanation: 'Both fields must contain the same new password.',
  },
  email_taken: {
    status: 422,
    en: 'This email already has an account.',
    id: 'Email ini sudah terdaftar.',
    explanation: 'An email can be used for one shop only. Sign in, or use another email.',
  },
});

mapConstraint('user_emails_pkey', { code: 'email_taken', field: 'email' });
mapConstraint('users_shop_email_unique', { code: 'email_taken', field: 'email' });
