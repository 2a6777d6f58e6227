import { dayText } from '../../kernel/calendar.ts';
interface Reminder {
  owner: string;
  /** As the owner knows it. */
  package: string;
  class: string;
  /** yyyy-mm-dd */
  ends_on: string;
  /** Days until then; below 0: it has ended. */
  left: number;
}

/** A mail to an owner of whose language nothing is known: in both. */
export function reminderMail(reminder: Reminder): { subject: string; body: string } {
  const { owner, package: name, ends_on, left } = reminder;
  const day = dayText(ends_on);
  const has_ended = left < 0;
  const keys = reminder.class === 'app';
  const indonesian = has_ended
    ? [
        `Paket ${name} toko Anda berakhir pada ${day}.`,
        ...(keys ? ['API key tidak dapat digunakan sampai paket diperpanjang.'] : []),
        'Semua data tetap tersimpan. Perpanjang paket untuk menggunakannya kembali.',
      ]
    : [
        `Paket ${name} toko Anda berakhir pada ${day} (${left === 0 ? 'hari ini' : `${left} hari lagi`}).`,
        'Perpanjang sebelum tanggal tersebut agar layanan tidak terhenti.',
      ];
  const english = has_ended
    ? [
        `The package ${name} of your shop ended on ${day}.`,
        ...(keys ? ['API keys do not work until it is renewed.'] : []),
        'All data is kept. Renew the package to use it again.',
      ]
    : [
        `The package ${name} of your shop ends on ${day} (${left === 0 ? 'today' : `in ${left} days`}).`,
        'Renew it before that day, so that nothing stops.',
      ];
  return {
    subject: has_ended ? `Paket ${name} telah berakhir` : `Paket ${name} berakhir pada ${day}`,
    body: [`Halo ${owner},`, '', ...indonesian, '', '---', '', ...english].join('\n'),
  };
}
