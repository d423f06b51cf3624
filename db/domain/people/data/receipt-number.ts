/* The numbers of receipts of rights, and which rights they are about. */
import { z } from 'zod';

/** `20261121-Q003`: the third of that day. Erasures have numbers of their own. */
export const rightReceiptSchema = z.string().regex(/^\d{8}-Q\d{3,5}$/);
export const rightSchema = z.enum(['consent', 'withdrawal', 'correction', 'accessCopy']);
export type Right = z.infer<typeof rightSchema>;
