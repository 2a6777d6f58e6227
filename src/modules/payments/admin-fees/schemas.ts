import { z } from 'zod';
import { aliases, id, oneOf, rupiah } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { paymentLimits } from '../limits.ts';

/** The reference calls the code `catgory_code`. */
const SLIPS = { category_code: ['catgory_code'] };

const fields = {
  nominal: rupiah({ max: paymentLimits.admin_fee_idr }).describe(
    'Amount that the buyer pays on top, at most 4500. 0: none.',
  ),
  category_code: oneOf(['N', 'Y', 'D', '1', '2', '3']).describe(
    'Customer category: N, Y, D or the code of a custom one. `catgory_code` is accepted too.',
  ),
};

export const CreateAdminFeeInput = aliases(z.object(fields), SLIPS);

export const UpdateAdminFeeInput = aliases(
  z.object({ id: id().describe('Admin fee ID.'), ...fields }),
  SLIPS,
);

export const AdminFeeSaved = named('AdminFeeSaved', {
  id: z.int(),
  nominal: z.string(),
  category_code: z.string(),
});

export const AdminFee = named('AdminFee', {
  id: z.int(),
  nominal: z.int(),
  customer_category: z.object({ code: z.string(), name: z.string() }),
});
