/* What a role may not do is not offered: a page of the console or of the city's desk that a role can open asks and sends only what the table of rights gives that role, or looks there first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import * as groups from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { questionRows } from '@kuaizhao/sync-agent/contract/may/questions.ts';

const shell = join(import.meta.dirname, '../../display-board/console/shell');
const text = readFileSync(join(shell, 'pages.ts'), 'utf8');
const fileOf = new Map([...text.matchAll(/import \{ ([^}]+) \} from '(\.\.\/[^']+\.tsx)'/gu)].flatMap(([, names = '', file = '']) => names.split(', ').map((name) => [name, join(shell, file)] as const)));
const pages = [...text.matchAll(/\{ id: '(\w+)', group: '\w+', roles: (\w+), Page: (\w+)/gu)].map(([, id = '', roles = '', component = '']) => ({ id, roles, source: readFileSync(fileOf.get(component) ?? '', 'utf8') }));
const inCharge: readonly StaffRole[] = ['boardOperator', 'supervisor', 'admin', 'auditor'];
const rolesOf = (name: string): readonly StaffRole[] => (name === 'inCharge' ? inCharge : (groups as unknown as Record<string, readonly StaffRole[]>)[name] ?? []);

/** Questions and commands that stand in a page's own file. */
const asked = (source: string): string[] => [...source.matchAll(/useQuestion\(\s*'(\w+)'/gu)].map(([, name = '']) => name).filter((name) => name in questionRows);
const sent = (source: string): string[] => [...source.matchAll(/\btype: '(\w+)'/gu)].map(([, name = '']) => name).filter((name) => name in commandRows);
/** What the file looks up in the table before it offers it: a neighbour with the same row will do. */
const guarded = (source: string, rows: Readonly<Record<string, { readonly staff: readonly StaffRole[] }>>, name: string): boolean =>
  [...source.matchAll(/(?:may|mayAsk|staffMay)\((?:[\w.]+, )?'(\w+)'\)/gu)].some(([, looked = '']) => rows[looked]?.staff.join(' ') === rows[name]?.staff.join(' '));

test('the test sees every page', () => {
  expect(pages.length).toBe([...text.matchAll(/\{ id: '/gu)].length);
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.every(({ roles }) => rolesOf(roles).length > 0 && rolesOf(roles).every((role) => staffRoles.includes(role)))).toBe(true);
  expect(pages.flatMap(({ source }) => asked(source)).length).toBeGreaterThan(20);
  expect(pages.flatMap(({ source }) => sent(source)).length).toBeGreaterThan(20);
});

for (const { id, roles, source } of pages) {
  test(`page ${id}: offers its roles nothing that the table refuses them`, () => {
    const wrong = rolesOf(roles).flatMap((role) => [
      ...asked(source).filter((name) => !questionRows[name as keyof typeof questionRows].staff.includes(role) && !guarded(source, questionRows, name)),
      ...sent(source).filter((name) => !commandRows[name as keyof typeof commandRows].staff.includes(role) && !guarded(source, commandRows, name)),
    ].map((name) => `${role} ${name}`));
    expect(wrong).toEqual([]);
  });
}
