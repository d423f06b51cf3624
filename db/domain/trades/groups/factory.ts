/* 06 工厂: benches, lines and machines. */
import { trade } from '../describe.ts';

export const factory = [
  trade('0601', '普工', 'Factory hand', 'gear', 2),
  trade('0602', '包装工', 'Packer', 'parcel', 2),
  trade('0603', '缝纫工', 'Sewing-machine operator', 'sewing', 2, { d2015: '6-05-01-03' }),
  trade('0604', '裁剪工', 'Cutter', 'scissors', 2, { hazards: ['machine'], d2015: '6-05-01-02' }),
  trade('0605', '电子装配工', 'Electronics assembler', 'circuit', 1),
  trade('0606', '质检员', 'Checker', 'magnifier', 1),
  trade('0607', '车工', 'Lathe operator', 'lathe', 2, { hazards: ['machine'], d2015: '6-18-01-01' }),
  trade('0608', '钳工', 'Fitter', 'vice', 2, { d2015: '6-20-01-01' }),
  trade('0609', '冲压工', 'Press operator', 'press', 2, { hazards: ['machine'] }),
  trade('0610', '打磨工', 'Grinder', 'grinder', 2, { hazards: ['dust', 'machine'] }),
  trade('0611', '喷漆工', 'Spray painter', 'sprayGun', 2, { hazards: ['toxic', 'flammable'] }),
  trade('0612', '注塑工', 'Moulding operator', 'mould', 2, { hazards: ['machine'] }),
  trade('0613', '锅炉工', 'Boiler operator', 'boiler', 2, { hazards: ['boiler'], certificates: ['boiler'] }),
];
