/* 简体中文: a kiosk that its hall does not know yet, for workers who come by and for whoever sets it up. */
export const setUp = {
  setUp: {
    shut: '这台机器还不能用', shutStep: '请到别的自助机，或者人工窗口办理', begin: '工作人员设置（按住三秒）',
    why: {
      new: '工作人员：这台机器还没有登记', otherName: '工作人员：机器编号改过，要重新登记', sentAway: '工作人员：这台机器已停用，要重新登记',
      ranOut: '工作人员：登记到期了，要重新登记', broken: '工作人员：登记文件坏了，要重新登记',
    },
    address: '大厅主机的地址', addressHint: '对的话，直接点下一步', addressLabel: '地址', addressEmpty: '请按下面的键', toLetters: '字母', toDigits: '数字',
    code: '请输登记码', codeHint: '在工作台的“设备”页点“登记自助机”，编号填 {{device}}', codeLabel: '登记码', codeEmpty: '请按数字',
    signs: '和工作台上的一样吗？', signsLabel: '核对码', signsSame: '一样：请在工作台上点“一样，放行”', signsDiffer: '不一样：工作台上点“不一样”，这里也点', differ: '不一样', waiting: '正在等放行',
    refused: '没有登记上', again: '再试一次', clockHere: '这台机器：{{at}}', clockHall: '大厅主机：{{at}}',
    refusals: {
      noCode: { what: '登记码没有打开，或者过了五分钟。', step: '请在工作台上再取一次登记码' }, wrongCode: { what: '登记码不对。', step: '请看清工作台上的八位数字，再输一次' },
      codeGone: { what: '输错五次，登记码作废了。', step: '请在工作台上再取一次登记码' }, notLetIn: { what: '工作台上没有放行，或者过了五分钟。', step: '请在工作台上再取一次登记码' },
      tooMany: { what: '试得太快了。', step: '请等一分钟，再试一次' }, unreachable: { what: '连不上大厅的主机。', step: '请看主机开没开、网线松没松、地址对不对' },
      notUnderstood: { what: '这个地址上不是大厅的主机，或者两边版本不一样。', step: '请核对地址；地址对，请先更新软件' }, notTheHall: { what: '对方不知道登记码，不是大厅的主机。', step: '什么也没给出去。请核对地址，并告诉管理员' },
      otherHall: { what: '这台机器是别的大厅的。', step: '请核对地址；要换大厅，请管理员先清掉原来的登记' }, clocksDiffer: { what: '这台机器和大厅主机的时间不一样。', step: '请先把不准的调准，再取一次登记码' },
      otherName: { what: '工作台上登记的不是这台机器。', step: '请再取一次登记码，编号填 {{device}}' }, notKept: { what: '登记存不下来，硬盘可能满了。', step: '请先清理硬盘，再取一次登记码' },
    },
    in: '登记好了', inStep: '马上开始工作', printers: '打印机编号不一样', printersWhich: '这台：{{here}}　大厅：{{hall}}', printersStep: '请改好一边，不然单子打不出来', go: '开始工作',
  },
} as const;
