/* 03 保洁家政: cleaning and work in homes. */
import { trade } from '../describe.ts';

export const home = [
  trade('0301', '保洁', 'Cleaner', 'broom', 2, { d2015: '4-09-08-01' }),
  trade('0302', '家政', 'Housekeeper', 'house', 2, { d2015: '4-10-01-06' }),
  trade('0303', '开荒保洁', 'After-building cleaner', 'bucket', 2),
  trade('0304', '擦玻璃', 'Window cleaner', 'squeegee', 2),
  trade('0305', '做饭', 'Home cook', 'pot', 2, { certificates: ['health'] }),
  trade('0306', '看护老人', 'Carer for the old', 'carer', 2, { d2015: '4-10-01-05' }),
  trade('0307', '看孩子', 'Childminder', 'cradle', 2),
  trade('0308', '月嫂', 'Maternity nurse', 'baby', 2, { certificates: ['health'] }),
  trade('0309', '医院陪护', 'Hospital attendant', 'bed', 2),
  trade('0310', '收纳整理', 'Tidying', 'wardrobe', 1),
  trade('0311', '垃圾清运工', 'Rubbish collector', 'bin', 3, { d2015: '4-09-08-02' }),
];
