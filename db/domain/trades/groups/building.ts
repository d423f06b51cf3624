/* 01 建筑装修: trades of the building site and of decorating. */
import { trade } from '../describe.ts';

export const building = [
  trade('0101', '小工', 'Labourer', 'shovel', 3),
  trade('0102', '瓦工', 'Bricklayer', 'trowel', 3, { d2015: '6-29-01-01' }),
  trade('0103', '木工', 'Carpenter', 'saw', 2, { hazards: ['machine'], d2015: '6-06-03-01' }),
  trade('0104', '钢筋工', 'Steel fixer', 'rebar', 3, { d2015: '6-29-01-04' }),
  trade('0105', '油漆工', 'Painter', 'roller', 2, { hazards: ['toxic'] }),
  trade('0106', '水电工', 'Plumber-electrician', 'plug', 2, { certificates: ['electrician', 'siteElectrician'] }),
  trade('0107', '电焊工', 'Welder', 'torch', 2, { hazards: ['hotWork'], certificates: ['welding'], d2015: '6-18-02-04' }),
  trade('0108', '架子工', 'Scaffolder', 'scaffold', 3, { hazards: ['height'], certificates: ['siteScaffold'], d2015: '6-29-01-05' }),
  trade('0109', '混凝土工', 'Concrete worker', 'mixer', 3, { d2015: '6-29-01-03' }),
  trade('0110', '抹灰工', 'Plasterer', 'plaster', 3),
  trade('0111', '贴砖工', 'Tiler', 'tile', 2),
  trade('0112', '防水工', 'Waterproofer', 'membrane', 2, { hazards: ['toxic'] }),
  trade('0113', '模板工', 'Formwork carpenter', 'formwork', 3, { hazards: ['height'] }),
  trade('0114', '拆除工', 'Demolition worker', 'sledgehammer', 4, { hazards: ['heaviestLabour', 'hammerTools', 'dust'] }),
  trade('0115', '挖沟工', 'Trench digger', 'trench', 3),
  trade('0116', '吊顶工', 'Ceiling fitter', 'ceiling', 2),
  trade('0117', '门窗安装工', 'Window fitter', 'window', 2),
  trade('0118', '管道工', 'Pipe fitter', 'pipe', 2, { d2015: '6-29-03-04' }),
  trade('0119', '外墙清洗工', 'Facade cleaner', 'rope', 3, { hazards: ['height'], certificates: ['workAtHeight'] }),
  trade('0120', '铺路工', 'Road layer', 'roadRoller', 3, { hazards: ['highHeat'] }),
  trade('0121', '信号司索工', 'Signaller and slinger', 'hook', 2, { certificates: ['siteCrane'] }),
];
