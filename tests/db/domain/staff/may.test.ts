/* F33: what a member of staff may send depends on the role, at the engine's own door. */
import { expect, test } from 'vitest';
import { staffMay } from '@kuaizhao/db/domain/staff/may.ts';
import { openEngine, refusalOf } from '../../../fixtures/engine.ts';

test('F33 the auditor reads and changes nothing; a host and a clerk work', async () => {
  const hall = openEngine();
  const as = (staffRole: 'auditor' | 'host' | 'clerk') => hall.ask('takeTicket', { service: 'policy' }, { role: 'console', staffId: `${staffRole}-1`, staffRole });
  expect(refusalOf(await as('auditor'))).toBe('notYourRole');
  expect([refusalOf(await as('host')), refusalOf(await as('clerk'))]).toEqual(['none', 'none']);
  expect(hall.db.journal.read(1, 100).filter((row) => row.kind === 'ticketIssued')).toHaveLength(2);
  expect(staffMay('auditor', 'recall')).toBe(false);
});
