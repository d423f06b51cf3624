/* 02 搬运装卸: what is lifted, loaded and moved. */
import { trade } from '../describe.ts';

export const carrying = [
  trade('0201', '搬运工', 'Mover', 'boxes', 3),
  trade('0202', '装卸工', 'Loader', 'truck', 3, { d2015: '4-02-05-01' }),
  trade('0203', '搬家工', 'House mover', 'sofa', 3),
  trade('0204', '大件搬运工', 'Heavy-goods mover', 'piano', 4, { hazards: ['heavyLoad', 'heaviestLabour'] }),
  trade('0205', '扛楼工', 'Stair carrier', 'stairs', 4, { hazards: ['heavyLoad', 'heaviestLabour'] }),
  trade('0206', '货柜装卸工', 'Container loader', 'container', 3, { d2015: '4-02-05-01' }),
];
