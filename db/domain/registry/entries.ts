/* What the city's staff keep, by kind: the shape of a body, its key, who may change it, and in which feed halls read it. */
import { z } from 'zod';
import { cityGroupSchema } from '../care/city-groups.ts';
import { courseSchema, steadyJobSchema } from '../content/city-offers.ts';
import { leafletSchema } from '../content/leaflet.ts';
import { cityTemplateSchema } from '../hiring/templates/city-template.ts';
import { cityRuleSchema } from '../law/filter/city-rule.ts';
import { idNumberSchema } from '../people/commands.ts';
import { nameTextSchema } from '../scalars.ts';
import { cityContractorSchema, cityEmployerSchema, cityNoticeSchema, contractorKey, hallEntrySchema, minimumWageSchema } from '../feeds/bodies.ts';
import type { FeedName } from '../feeds/feed.ts';
import { cityTradeSchema } from '../trades/city-trade.ts';
import { thresholdsSchema } from './alarms.ts';
import { reportSchema } from './reports.ts';

export const cityRoles = ['viewer', 'editor', 'supervisor'] as const;
export type CityRole = (typeof cityRoles)[number];

const strict = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => z.strictObject(schema.shape);

/** Bodies as forms send them: an unknown field is refused at this door, although halls would overlook it. */
export const entrySchemas = {
  notice: strict(cityNoticeSchema), hall: strict(hallEntrySchema), minimumWage: strict(minimumWageSchema), employer: strict(cityEmployerSchema), contractor: strict(cityContractorSchema), leaflet: leafletSchema,
  course: courseSchema, steadyJob: steadyJobSchema, template: cityTemplateSchema, trade: cityTradeSchema, helpGroup: cityGroupSchema, filterRule: cityRuleSchema, thresholds: thresholdsSchema, report: reportSchema,
} as const;
export type EntryKind = keyof typeof entrySchemas;

/** What the desk sends: of a contractor the number, which is marked at the door and kept nowhere, or the mark as it was. */
export const entryInputs = {
  ...entrySchemas,
  contractor: entrySchemas.contractor.partial({ mark: true }).extend({ name: nameTextSchema, number: idNumberSchema.optional() })
    .refine(({ mark, number }) => (mark === undefined) !== (number === undefined), { error: 'the number, or the mark as it was', path: ['number'] }),
} as const;
export type ContractorInput = z.infer<typeof entryInputs.contractor>;
export type EntryBody<K extends EntryKind> = z.infer<(typeof entrySchemas)[K]>;
export const entryKinds = Object.keys(entrySchemas) as [EntryKind, ...EntryKind[]];
export const entryKindSchema = z.enum(entryKinds);

/** The feed that carries it; thresholds and reports stay in the city. */
export const feedOfKind: Readonly<Record<EntryKind, FeedName | undefined>> = { notice: 'notices', hall: 'halls', minimumWage: 'rules', employer: 'employers', contractor: 'employers', leaflet: 'codes', course: 'codes', steadyJob: 'codes', template: 'codes', trade: 'codes', helpGroup: 'codes', filterRule: 'rules', thresholds: undefined, report: undefined };

/** What an entry is about follows from its body. In a feed of several kinds keys of two kinds never meet. */
export function keyOf(kind: EntryKind, body: unknown): string {
  switch (kind) {
    case 'notice': return entrySchemas.notice.parse(body).noticeId;
    case 'hall': return entrySchemas.hall.parse(body).hallId;
    case 'minimumWage': {
      const { district, since } = entrySchemas.minimumWage.parse(body);
      return `wage.${district}.${since}`;
    }
    case 'employer': return entrySchemas.employer.parse(body).creditCode;
    case 'contractor': return contractorKey(entrySchemas.contractor.parse(body));
    case 'leaflet': return `leaflet.${entrySchemas.leaflet.parse(body).leafletId}`;
    case 'course': return `course.${entrySchemas.course.parse(body).courseId}`;
    case 'steadyJob': return `steadyJob.${entrySchemas.steadyJob.parse(body).steadyId}`;
    case 'template': {
      const { kind: paper, version } = entrySchemas.template.parse(body);
      return `template.${paper}.${version}`;
    }
    case 'trade': return `trade.${entrySchemas.trade.parse(body).code}`;
    case 'helpGroup': return `helpGroup.${entrySchemas.helpGroup.parse(body).groupId}`;
    case 'filterRule': return `filterRule.${entrySchemas.filterRule.parse(body).ruleId}`;
    case 'thresholds': return 'thresholds';
    case 'report': return entrySchemas.report.parse(body).reportId;
  }
}
