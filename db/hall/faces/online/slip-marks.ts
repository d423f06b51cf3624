/* Marks from the pages of slips that the hall has not followed yet. */
import { slipMarkSchema, type SlipMark } from '../../../domain/feeds/bodies.ts';
import { feedOf } from '../../../domain/feeds/feed.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { wordOf } from './word-of.ts';

export interface MarksToFollow {
  readonly marks: readonly SlipMark[];
  /** rows that this program does not understand: a newer city may say more */
  readonly strange: number;
}

/** Marks that stand in one hall's feed: the city takes them out some days after the hall's answer. */
const marksMost = 20_000;

export function openSlipMarks({ hiring }: Pick<Subjects, 'hiring'>, feeds: Pick<Feeds, 'sealedRows'>) {
  return {
    toFollow(hallId: string): MarksToFollow {
      const rows = feeds.sealedRows(feedOf('slips', hallId), marksMost).filter(({ key }) => !hiring.slips.view.slipMark(key));
      const words = rows.map((row) => wordOf(slipMarkSchema, row, ({ markId }) => markId));
      const marks = words.filter((word) => word !== undefined);
      return { marks, strange: rows.length - marks.length };
    },
  };
}
