/* Questions about help: consoles only, and there only those who do that work. */
import { z } from 'zod';
import { helpVisitKindSchema } from '@kuaizhao/db/domain/care/commands.ts';
import { cityGroupSchema, cityGroupsMost } from '@kuaizhao/db/domain/care/city-groups.ts';
import { helpGroupSchema } from '@kuaizhao/db/domain/care/groups.ts';
import { helpGroundSchema, helpLevelSchema } from '@kuaizhao/db/domain/care/level.ts';
import { businessDaySchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';


export const helpCaseSchema = z.strictObject({
  caseId: idSchema, workerId: idSchema, openedAt: instantSchema, changedAt: instantSchema, closedAt: instantSchema.optional(), outcome: z.string().optional(), grounds: z.array(helpGroundSchema),
  visits: z.array(z.strictObject({ helpVisitId: idSchema, kind: helpVisitKindSchema, on: businessDaySchema, note: z.string().optional(), by: idSchema, at: instantSchema })),
});

/** Level and grounds of one person today: what staff verified, and what the hall sees by itself. */
export const helpStandingQuery = {
  request: z.strictObject({ workerId: idSchema }),
  reply: z.strictObject({ standing: z.strictObject({ level: helpLevelSchema, rule: z.string(), verified: z.array(helpGroundSchema), computed: z.array(helpGroupSchema), caseId: idSchema.optional() }), /** what the city adds to the law's groups, retired ones too */ groups: z.array(cityGroupSchema).max(cityGroupsMost) }),
} as const;
export const helpCaseQuery = { request: z.strictObject({ caseId: idSchema }), reply: z.strictObject({ helpCase: helpCaseSchema }) } as const;
/** Open cases, oldest first. */
export const helpCasesQuery = { request: z.strictObject({ limit: z.int().min(1).max(30) }), reply: z.strictObject({ cases: z.array(helpCaseSchema).max(30) }) } as const;
