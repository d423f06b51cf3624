/* Which records are one person, for queries: a star of records around the one that stands for them. */

/** All records of the person whose standing record the parameter names. */
export const personsRecords = (parameter: string): string => `(SELECT worker_id FROM worker WHERE worker_id = ${parameter} OR merged_into = ${parameter})`;

/** All records of the person behind any of their records. */
export const recordsBeside = (parameter: string): string => personsRecords(`(SELECT coalesce(merged_into, worker_id) FROM worker WHERE worker_id = ${parameter})`);
