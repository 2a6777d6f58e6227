import { defineErrors } from '../../../kernel/errors.ts';

export const trackingErrors = defineErrors({
  tracking_in_future: {
    status: 422,
    en: 'The {field} must not be in the future.',
    id: '{field} tidak boleh di masa depan.',
    explanation: 'Only what has happened to a parcel can be recorded.',
  },
});
