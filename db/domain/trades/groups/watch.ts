/* 10 保安值守: guards, gates and car parks. */
import { trade } from '../describe.ts';

export const watch = [
  trade('1001', '保安', 'Security guard', 'shield', 1, { certificates: ['guard'], d2015: '4-07-05-01' }),
  trade('1002', '看门值守', 'Gatekeeper', 'gate', 1),
  trade('1003', '停车引导', 'Parking attendant', 'parking', 1),
  trade('1004', '秩序引导', 'Steward', 'vest', 1),
];
