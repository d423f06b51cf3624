/* The sheets a hall has to read: each fits its own schema, says where it comes from, and speaks plainly. */
import { expect, test } from 'vitest';
import { leafletSchema, leafletTopics } from '@kuaizhao/db/domain/content/leaflet.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';

test('F28 every shipped sheet names its law and since when it holds, and every topic has one', () => {
  for (const sheet of shippedLeaflets) {
    expect(leafletSchema.safeParse(sheet).error?.issues ?? []).toEqual([]);
    expect(sheet.source).toMatch(/第.+条/);
    expect(sheet.since < '2026-11-21').toBe(true);
  }
  expect(new Set(shippedLeaflets.map((sheet) => sheet.topic))).toEqual(new Set(leafletTopics));
  expect(new Set(shippedLeaflets.map((sheet) => sheet.leafletId)).size).toBe(shippedLeaflets.length);
});
