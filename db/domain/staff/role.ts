/* What members of staff are in a hall (F33). */
import { z } from 'zod';

export const staffRoles = ['clerk', 'host', 'boardOperator', 'supervisor', 'admin', 'auditor'] as const;
export const staffRoleSchema = z.enum(staffRoles);
export type StaffRole = z.infer<typeof staffRoleSchema>;
