/* The mapping file to the field names of a 人社 system: ours with the program, or the city's own beside the configuration. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mappingSchema, rendered, type FieldMapping } from '@kuaizhao/db/domain/records/exchange/mapping.ts';
import { placementValue } from '@kuaizhao/db/domain/records/exchange/placement.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { HireRow } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import type { Column } from '@kuaizhao/db/domain/records/ledger/table.ts';
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';

export const shippedMapping = join(import.meta.dirname, 'renshe-fields.json');
const personalFields = new Set<string>(['person.idNumber', 'person.name', 'person.sex', 'person.birth', 'person.phone']);

/** Reads and checks a mapping. Throws an Error whose message is the one line to show. */
export function readMapping(path: string = shippedMapping): FieldMapping {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`, { cause: error });
  }
  const parsed = mappingSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${path}: ${describeIssues(parsed.error)}`);
  return parsed.data;
}

/** The columns of 职业介绍记录: headed by the other system's field names, nothing else. */
export const placementColumns = (mapping: FieldMapping, hall: HallSettings): readonly Column<HireRow>[] => mapping.fields.map(({ code, from, as }) => ({
  heading: code, width: 16, cell: (row) => rendered(placementValue(from, row, hall), as), ...(personalFields.has(from) ? { personal: true as const } : {}),
}));
