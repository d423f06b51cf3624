/* 05 园林农活: gardens, fields, sheds and animals. */
import { trade } from '../describe.ts';

export const field = [
  trade('0501', '绿化工', 'Gardener', 'tree', 2, { d2015: '4-09-10-01' }),
  trade('0502', '农活', 'Farm hand', 'wheat', 3),
  trade('0503', '摘果工', 'Fruit picker', 'apple', 2),
  trade('0504', '摘菜工', 'Vegetable picker', 'cabbage', 2),
  trade('0505', '大棚工', 'Greenhouse worker', 'greenhouse', 2, { hazards: ['highHeat'] }),
  trade('0506', '栽树挖坑', 'Tree planter', 'sapling', 3),
  trade('0507', '打药工', 'Sprayer', 'sprayer', 2, { hazards: ['toxic'] }),
  trade('0508', '修剪工', 'Pruner', 'shears', 2, { hazards: ['machine'] }),
  trade('0509', '养殖工', 'Stock hand', 'hen', 2),
  trade('0510', '收割装袋', 'Harvest hand', 'sack', 3),
];
