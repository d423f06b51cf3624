/*
 * Every page of the console: its place in the rail, and whose work it is (F33). The agent refuses what a role may not do; this table only spares people doors that
 * do not open for them. A new page: its component in a folder of its subject, a line here, its words under `page.<id>`.
 */
import type { ComponentType } from 'react';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { FloorPage } from '../floor/floor-page.tsx';

export const groups = ['floor', 'register', 'employers', 'people', 'care', 'board', 'records', 'manage'] as const;
export type Group = (typeof groups)[number];

export interface PageSpec {
  readonly id: PageId;
  readonly group: Group;
  readonly roles: readonly StaffRole[];
  readonly Page: ComponentType;
}

/** Ids are part of the page's address (`#floor`), so that a desk comes back where it was. */
export const pageIds = ['floor'] as const;
export type PageId = (typeof pageIds)[number];

const everybody: readonly StaffRole[] = ['clerk', 'host', 'boardOperator', 'supervisor', 'admin', 'auditor'];

export const pages: readonly PageSpec[] = [
  { id: 'floor', group: 'floor', roles: everybody, Page: FloorPage },
];

/** In the order of the rail. */
export const pagesFor = (role: StaffRole): readonly PageSpec[] => pages.filter((page) => page.roles.includes(role)).toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group));
