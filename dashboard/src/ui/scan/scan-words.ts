import { defineStrings } from '../language.ts';

export const scanWords = defineStrings(
  {
    open_camera: 'Pakai kamera',
    close_camera: 'Tutup kamera',
    camera: 'Kamera pemindai',
    aim: 'Arahkan kamera ke kode.',
    sound_on: 'Bunyikan',
    sound_off: 'Matikan bunyi',
    submit: 'Masukkan kode',
    waiting: (count: string) => `${count} kode menunggu`,
    not_secure: 'Browser hanya memberi kamera lewat https. Buka alamat https toko ini, atau ketik kodenya.',
    not_allowed: 'Kamera tidak diizinkan. Izinkan di setelan browser, lalu buka kamera lagi.',
    no_camera: 'Kamera tidak ditemukan atau sedang dipakai aplikasi lain.',
    no_reader: 'Pembaca kode tidak bisa dimuat. Periksa koneksi, lalu buka kamera lagi.',
  },
  {
    open_camera: 'Use the camera',
    close_camera: 'Close the camera',
    camera: 'Scanning camera',
    aim: 'Point the camera at a code.',
    sound_on: 'Sound on',
    sound_off: 'Sound off',
    submit: 'Enter the code',
    waiting: (count) => `${count} codes waiting`,
    not_secure:
      'Browsers give the camera by https only. Open the https address of this shop, or type the code.',
    not_allowed: 'The camera is not allowed. Allow it in the settings of the browser, then open it again.',
    no_camera: 'No camera was found, or another app is using it.',
    no_reader: 'The reader of codes cannot be loaded. Check the connection, then open the camera again.',
  },
);
