/** What the officer's screens say in Chinese; en.ts has the same keys. */
export const zh = {
  app: { name: '互通工作台' },
  word: {
    yes: '是', no: '否', and: '，且', or: '，或', comma: '、', years: '岁', optional: '（可不填）',
    everybody: '所有人', nobody: '没有人', brackets: '（{text}）', not: '不满足（{what}）',
    within: '{by}在{region}', link: '{link}满足（{what}）', hasLink: '有{link}',
    relation: { 'resides-in': '居住', 'registered-in': '户籍', 'works-in': '工作', 'owns': '拥有房产' },
    op: {
      yesNo: '{what}：{value}',
      '=': '{what}是{value}', '!=': '{what}不是{value}', '<': '{what} < {value}', '<=': '{what} ≤ {value}', '>': '{what} > {value}', '>=': '{what} ≥ {value}',
      'in': '{what}是{value}之一', 'contains': '{what}包含{value}', 'matches': '{what}符合格式', 'known': '{what}已有数据', 'unknown': '{what}没有数据',
    },
  },
  shell: {
    main: '主导航', skip: '跳到正文', where: '所在区划', appearance: '语言和外观', signOut: '退出登录',
    administration: '账号', audit: '审计', today: '今天', applications: '应用', tasks: '任务', data: '数据',
    theme: { auto: '跟随系统', light: '浅色', dark: '深色' },
    nowhere: '没有这个页面', nowhereTitle: '这个地址上没有内容', nowhereHint: '可能是地址抄错了，或者页面已经搬走。', toToday: '回到今天',
  },
  signIn: {
    title: '登录', lead: '用您的工作账号登录。', login: '登录名', password: '密码', submit: '登录', sending: '正在登录…',
    refused: '登录名或密码不对，请再试一次。', bothNeeded: '请填写登录名和密码。',
    expired: '请重新登录', expiredLead: '离开的时间久了，系统已为您退出。重新登录后接着做，页面上的内容都还在。',
    demo: '演示账号', demoLead: '这是一座虚构的小城。点一个账号，登录名和密码会自动填好。',
  },
  helpPhone: {
    menu: '居民求助电话', title: '{region}的居民求助电话', number: '电话号码', save: '保存',
    hint: '居民在长辈版和“我的”里看得到，一点就能拨打。空着就用上一级的号码。',
  },
  posts: {
    choose: '选择岗位', chooseLead: '{name}，您有几个岗位，这次以哪个岗位工作？', switch: '换一个岗位',
    title: '岗位', manage: '岗位和代理', deputyUntil: '代理至 {day}', deputyBrackets: '（代理至 {day}）', none: '还没有岗位', noneLead: '{name}，您的账号现在没有岗位。请联系管理员。',
    notHere: '换岗位后看不到这一页', notHereHint: '这一页不在「{post}」的范围内。可以换回原来的岗位，或者从左边的菜单继续。',
    held: '谁在岗', heldByNobody: '现在没有人在这个岗位上。', holderChip: '任职', deputyChip: '代理', since: '{from}起', from: '从 {from} 开始', until: '到 {until} 为止', fromUntil: '{from} 至 {until}',
    nameDeputy: '指定代理', deputyLead: '代理人用自己的账号，以这个岗位工作到最后一天，到期自动结束，也可以提前结束。所做的事记在代理人名下。', deputy: '代理人',
    give: '任职', giveLead: '从第一天起，由这个账号担任这个岗位。', holder: '任职人', firstDay: '第一天', lastDay: '最后一天', lastDayOptional: '最后一天（可不填）',
    findAccount: '按姓名或登录名查找', noPost: '现在没有岗位', noAccount: '没有找到。只能找到范围内在用的账号。', chooseAccount: '请先选一个人。', chooseDays: '请填写日期。', daysOrder: '最后一天早于第一天。',
    end: '结束', endNow: '现在结束', endTitle: '结束 {name} 的任职或代理？', endWhat: '马上生效，正在使用的登录也会退出这个岗位。之前做的事仍记在本人名下。',
    abolish: '撤销岗位', abolishTitle: '撤销「{title}」？', abolishWhat: '撤销以后没有人能再用这个岗位，在岗的人马上退出。已经做的事都会保留。', abolished: '已撤销', abolishedHint: '这个岗位不再使用，过去的记录都在。',
    noPasswords: '请不要把密码告诉任何人：需要别人帮忙时，指定代理就可以。',
  },
  handover: {
    title: '移交岗位', waits: '这个岗位上等着办的事', nothingWaits: '没有等着办的事。', andMore: '还有 {n} 件', staysWithAuthor: '以前的记录留在原来经手人的名下；没有信号时做的事，补传以后也算原来的人做的。',
    giver: '移交人', successor: '接任人', lastDay: '移交人的最后一天', firstDay: '接任人从 {day} 开始。', note: '给接任人的话', noteHint: '接任人会在「今天」看到，请不要写居民的个人情况。', confirm: '确认移交', undo: '最后一天结束以前可以撤回。',
    planned: '将移交给 {who}', plannedHint: '{giver} 的最后一天是 {day}，之后由接任人担任。', withdraw: '撤回移交',
    from: '{who} 把「{title}」移交给了您', toCome: '{day}起由您接任「{title}」，{who} 移交', tickOff: '知道了，不再显示',
  },
  administration: {
    pages: '账号的页面', accounts: '账号', posts: '岗位', changes: '变动记录', findAccount: '按姓名或登录名查找', findPost: '按岗位名称查找', createAccount: '新建账号', createPost: '新建岗位',
    noAccount: '没有找到账号', noPosts: '没有找到岗位', account: '账号', heldPosts: '岗位', region: '区划', doing: '操作', disabled: '已停用', passwordDue: '还没改密码', enable: '恢复使用', disable: '停用', newPassword: '重设密码',
    name: '姓名', loginHint: '字母开头，可用字母、数字、点和连字符，至少 3 个字符。', disableTitle: '停用 {name} 的账号？', disableWhat: '马上退出登录，以后不能再登录。岗位和过去的记录都会保留，可以随时恢复。',
    passwordTitle: '重设 {name} 的密码？', passwordWhat: '原来的密码马上失效，已登录的会退出。新的一次性密码只显示一次。',
    slipTitle: '一次性密码', oneTime: '一次性密码', slipWhat: '只显示这一次，请打印或抄下交给本人。本人第一次登录时要换成自己的密码。', print: '打印', slipDone: '已交给本人',
    post: '岗位', roles: '能做什么', postTitle: '岗位名称', titleNeeded: '请填写岗位名称。', roleNeeded: '请至少选一项能做的事。',
    noChanges: '还没有变动', when: '时间', what: '做了什么', whom: '对象', days: '日期', by: '谁办的',
  },
  role: { OFFICER: '应用和进度', WORKER: '走访和代填', STEWARD: '数据项', ADMINISTRATOR: '账号和岗位', AUDITOR: '审计' },
  roleHint: {
    OFFICER: '新建、发布应用，看完成情况', WORKER: '走访、打电话、替人填写', STEWARD: '管理数据项和代码表', ADMINISTRATOR: '管理账号和岗位，看不到居民数据', AUDITOR: '看变动记录，看不到居民数据',
  },
  change: {
    'account-created': '新建账号', 'account-disabled': '停用账号', 'account-enabled': '恢复账号', 'password-reset': '重设密码', 'post-created': '新建岗位', 'post-abolished': '撤销岗位', 'given': '任职', 'ended': '结束任职',
    'deputy-named': '指定代理', 'deputy-ended': '提前结束代理', 'handover-planned': '安排移交', 'handover-withdrawn': '撤回移交',
  },
  password: {
    title: '修改密码', dueTitle: '请换一个自己的密码', dueLead: '现在的密码是管理员设的，只用这一次。', oneTime: '一次性密码', current: '现在的密码', next: '新密码', again: '再输一次新密码', hint: '至少 10 个字符，不含登录名。', differ: '两次输入的不一样。', change: '修改密码',
  },
  department: {
    'civil-affairs': '民政', 'health': '卫生健康', 'police': '公安', 'urban-management': '城市管理', 'human-resources': '人社', 'disabled-federation': '残联',
  },
  kind: { audience: '服务对象', form: '表单', notice: '通知', board: '进度', visit: '电话和走访' },
  kindHint: { audience: '这件事面向谁', form: '请居民回答的问题', notice: '发布时发给服务对象的消息', board: '按区划看完成情况', visit: '联系不上的人，由岗位打电话、上门' },
  state: { draft: '草稿', running: '进行中', closed: '已结束' },
  relation: { 'resides-in': '居住地', 'registered-in': '户籍地', 'works-in': '工作地', 'owns': '房产所在地' },
  today: {
    running: '进行中', noneRunning: '现在没有进行中的应用', noneRunningHint: '从下面选一个模板，检查一遍就能发布。', noneRunningWatch: '有应用发布到您的区划后，会出现在这里。',
    drafts: '草稿', noDrafts: '没有没做完的草稿。', doneOf: '{total} 人中 {done} 人已完成', leftOver: '还剩 {n} 人', changed: '{who} {at}保存', nobody: '您的区划里没有服务对象',
  },
  templates: { title: '新建应用', lead: '从模板开始：选用、检查、发布，三步完成。没有合适的，就从空白开始。', fromBlank: '从空白开始', questions: '{n} 个问题', use: '使用', useNamed: '使用模板：{title}', making: '正在新建…', blankTitle: '新应用' },
  applications: {
    filter: '按状态筛选', all: '全部', search: '按名称查找', none: '还没有应用', noneHint: '从下面选一个模板，或从空白开始。', noneFound: '没有找到', noneFoundHint: '换一个词，或者清空查找框。',
    name: '名称', state: '状态', region: '区划', department: '部门', saved: '最近保存',
  },
  application: {
    pages: '这个应用的页面', edit: '编辑', check: '检查', progress: '进度', left: '还剩谁', submissions: '填报', invite: '发给居民', paper: '纸质表', version: '第 {n} 版',
  },
  studio: {
    basics: '基本信息', components: '组件', questions: '{n} 个问题', addComponent: '添加组件', remove: '移除{what}', removed: '已移除{what}，可以撤销',
    otherKind: '这个组件暂时不能在这里修改，会原样保留。', check: '检查', preview: '预览', edit: '返回编辑', undo: '撤销', redo: '重做', undone: '已撤销', redone: '已重做',
    recovered: '已恢复上次没有保存的修改', recoveredHint: '这些修改当时没能存到服务器，一直留在这台电脑上。不需要的话，可以撤销。',
  },
  save: {
    unchanged: '自动保存', saved: '已保存', saving: '正在保存…', offline: '连不上服务器，修改先存在这台电脑上', conflict: '有人先保存了', signedOut: '重新登录后会接着保存',
    gone: '这份草稿已不在了，您的修改还在这台电脑上', refused: '没有存上：{why}',
  },
  conflict: {
    title: '这份草稿被别人改过', what: '您打开「{title}」之后，另一位同事保存了自己的修改。', whatNamed: '您打开「{title}」之后，{who}保存了自己的修改。',
    look: '看对方改了什么', differences: '和您的版本不同的地方', same: '两边的内容一样。', added: '新增', removed: '删去', changed: '修改',
    question: '问题「{label}」', component: '{kind}「{title}」', nothingLost: '选哪一个都不会丢：没选的那一份，按一下「撤销」就能找回。',
    takeTheirs: '用对方的', keepMine: '保留我的',
  },
  basics: {
    title: '名称', summary: '简介', purpose: '用途', purposeHint: '居民会看到：为什么要用这些数据。', basis: '依据的法律或文件',
    region: '在哪里开展', opens: '开始日期', closes: '截止日期', upsideDown: '截止日期早于开始日期。',
  },
  audience: {
    people: '人', counting: '正在计算…', words: '{region}（按{relation}）· {who}', relation: '谁算这里的人', relationIn: '{relation}在{region}', criterion: '还要满足的条件',
    failed: '暂时算不出人数，条件已经保存，稍后会再算。',
  },
  builder: {
    none: '没有其他条件：所有人都在内。', noneForm: '还没有条件。', add: '加条件', addElement: '按数据项', addAnswer: '按前面的回答', addWithin: '加区划', addGroup: '加一组',
    choose: '选择数据项', joint: '这些条件怎样组合', joint_all: '全部满足', joint_any: '满足任意一个', joint_none: '一个都不满足', joint_notAll: '不全部满足',
    and: '且', or: '或', remove: '去掉这个条件', removeGroup: '去掉这一组', removed: '已去掉', link: '有这样的{link}', notLink: '没有这样的{link}', linkHow: '{link}：有还是没有', removeLink: '去掉关于{link}的条件', addLink: '加相关的人、家庭或房屋', anyLink: '没有其他条件：任何{link}都算。',
    question: '哪个问题', gone: '问题 {name} 已不在前面', elementNamed: '数据项：{name}，点击更换', is: '是或否', operator: '怎样比较', value: '比较的值', negated: '不满足：', unnegate: '改成满足',
    chooseValue: '请选择', moreValues: '再加一个', addValue: '加一个值', dropValue: '去掉{value}', fresh: '数据须在有效期内', freshHint: '勾选后，过了有效期的数据不算。',
    relation: '按哪种关系', inside: '在', outside: '不在', region: '选择区划', raw: '这个条件不能在这里修改，会原样保留。', incomplete: '还没填完，暂不计入。',
    'op_=': '是', 'op_!=': '不是', 'op_<': '小于', 'op_<=': '不超过', 'op_>': '大于', 'op_>=': '不小于', 'op_in': '是其中之一', 'op_contains': '包含', 'op_matches': '符合格式',
    'op_known': '已有数据', 'op_unknown': '没有数据',
    'number_=': '等于', 'number_!=': '不等于', 'number_<': '小于', 'number_<=': '不超过', 'number_>': '大于', 'number_>=': '不小于', 'number_known': '已有数据', 'number_unknown': '没有数据',
  },
  finder: {
    label: '查找数据项', hint: '名称、拼音、编码，或粘贴整个问题', results: '找到的数据项', found: '找到 {n} 个', taken: '已在表中', none: '没有找到。换一个词试试。',
    own: '自己写一个问题', ownNamed: '自己写：「{label}」', ownHint: '只属于这个应用',
  },
  form: {
    title: '表单名称', more: '开头的话和其他设置', intro: '开头的话', askKnown: '资料都齐全的人也请他们填', page: '第 {n} 页', removePage: '去掉第 {n} 页', removePageHint: '这一页的问题会并到相邻的页',
    emptyPage: '这一页还没有问题。', add: '添加问题', palette: '拖入数据项', paletteHint: '把数据项拖到表单里的位置；也可以用上下键选、按回车加入。', added: '已加入「{label}」，第 {at} 个，共 {of} 个', addPage: '添加一页', addTitle: '添加问题', addHint: '选一个数据项：已有数据的人不会再被问；回答会存入数据资源，供各部门使用。',
    newPage: '新的一页', newQuestion: '新问题', unnamed: '（还没有题目）', own: '本应用专用', notRequired: '选填', conditional: '有条件显示',
    grip: '移动第 {at} 个问题「{label}」，共 {of} 个。按上下键移动', up: '上移「{label}」', down: '下移「{label}」', moved: '「{label}」移到第 {at} 个，共 {of} 个',
    remove: '删除「{label}」', removed: '已删除「{label}」，可以撤销', removeTitle: '删除「{label}」？', removeUsed: '这些问题是否显示或怎样检查，取决于它的回答：', removeAnyway: '仍然删除',
  },
  question: {
    same: '同一含义？', sameHint: '已有数据的人不会再被问，回答各部门都能用。', useSame: '用它', another: '另建问题', boundTo: '已对应「{name}」',
    label: '题目', hint: '提示', element: '对应的数据项', unbound: '只属于这个应用，回答不进入数据资源', bind: '对应一个数据项', rebind: '更换', release: '解除', bindTitle: '选择对应的数据项',
    of: '问的是谁的', self: '本人的', kind: '回答的类型', unit: '单位', min: '最小', max: '最大', minDay: '最早', maxDay: '最晚', maxLength: '最多字数', codeList: '选项来自代码表：{list}',
    accept: '收什么', accepts: { photo: '照片', signature: '签名', document: '文件（PDF 或照片）' },
    required: '必须回答', never: '每次都请本人重新声明，不用已有数据', conditional: '只在符合条件时显示', visible: '符合这些条件时才显示',
    mustHold: '回答必须符合', message: '不符合时怎样提示', addConstraint: '添加检查规则', removeConstraint: '去掉这条规则',
  },
  columns: {
    title: '每一行填什么', first: '姓名', add: '添加一列', named: '第 {n} 列「{label}」', up: '左移「{label}」', down: '右移「{label}」', remove: '去掉「{label}」', new: '新的一列',
    least: '最少几行', most: '最多几行', count: '有几行', free: '由填写人添加', from: '按「{label}」的回答',
  },
  calculation: {
    chip: '自动算出', title: '怎样得到回答', none: '请居民填写', sum: '相加', difference: '第一个减去其余', min: '取最小', max: '取最大', count: '数一数有几行', yearsBetween: '相差几周岁',
    take: '第 {n} 项', choose: '请选择', add: '再加一项', remove: '去掉第 {n} 项', today: '填写那一天', of: '{table} 的 {column}', nothing: '前面还没有能用来计算的题目。',
    note: '只要有一项该填还没填，就先不算；0 和没填不一样。',
  },
  options: { title: '选项', first: '选项一', zh: '第 {n} 个选项，中文', en: '第 {n} 个选项，英文', up: '上移第 {n} 个选项', down: '下移第 {n} 个选项', remove: '去掉第 {n} 个选项', add: '添加选项' },
  notice: { when: '应用发布后，服务对象会在「消息」里看到。', title: '标题', text: '正文' },
  boardEditor: {
    what: '各级都能看到完成了多少、还剩谁，每一级只看自己的范围。', form: '看哪份表单的进度', relation: '一个人算在哪里',
    'resides-in': '算在居住地', 'registered-in': '算在户籍地', 'works-in': '算在工作地', 'owns': '算在房产所在地',
  },
  visitEditor: {
    what: '网格、社区的岗位先打电话，打不通的再上门，也可以代居民填写。每一户都会有结果，名单不会没完没了。', form: '联系哪份表单的人', reasons: '哪些人需要联系',
    'no-answer': '过了几天还没填的人', 'no-phone': '没有电话的人（发布后马上）', 'asked-for-help': '请人帮填的人（马上）', after: '发布几天后联系没填的人', detail: '发布 {n} 天后联系',
  },
  preview: {
    title: '手机预览', as: '假想居民', known: '资料齐全', mixed: '一部分已有', new: '刚搬来的人', restart: '从头来', screen: '手机屏幕', brand: '互通', notices: '消息', noTitle: '（还没有标题）',
    done: '居民到这里就完成了', doneHint: '这是预览，什么也没有提交。', empty: '表单还没有问题', emptyHint: '添加问题后，这里会显示居民看到的样子。', noForm: '这个应用没有表单', noFormHint: '添加一个表单组件，居民才会看到问题。',
    note: '预览里的人是虚构的，填什么都不会保存。',
  },
  check: {
    title: '检查结果', fine: '没有发现问题，可以发布。', fineNow: '没有发现问题。', errors: '有 {n} 处必须先改好才能发布。', warnings: '可以发布。有 {n} 处请您看一眼。', error: '必须改正：', warning: '请留意：',
    goTo: '去修改', goToNamed: '去修改：{what}', back: '返回编辑', publish: '发布', publishAgain: '发布第 {n} 版', publishing: '正在发布…', published: '「{title}」已发布',
    changed: '草稿刚被改过', changedHint: '有同事在您检查之后保存了修改。下面是最新的检查结果，请看过再发布。',
    nothingNew: '没有新的修改', nothingNewHint: '发布的就是现在这一版。编辑以后，可以检查并发布新的一版。',
  },
  once: {
    title: '只问不知道的', sentence: '{questions} 个问题中，{known} 个对 {population} 人的 {share} 不用再问。', also: '有 {n} 个问题，{others}也在问。', asksToo: '{title}也在问',
    everyTime: '每次都问', projected: '按其中 {n} 人的数据推算。',
    nobody: '现在没有符合条件的人，所以还看不出哪些已有数据。', noQuestions: '还没有问题。', question: '问题', bar: '各种情况的比例',
  },
  standing: { held: '已有数据', derived: '可推算', heldOld: '数据偏旧，请确认', contested: '有异议，核实中', unknown: '不知道，要问' },
  standingShort: { held: '已有', derived: '推算', heldOld: '偏旧', contested: '异议', unknown: '要问' },
  effect: {
    title: '发布之后', who: '面向', people: '{n} 人', whoWords: '{region}（按{relation}）· {who}', what: '要问', questions: '最多 {n} 个问题，已知的不问', notice: '通知', noNotice: '不发通知',
    when: '时间', from: '从 {day} 开始', atOnce: '马上开始', until: '到 {day} 为止', noEnd: '没有截止日期',
  },
  board: {
    published: '第 {n} 版已发布', publishedHint: '服务对象现在就能看到；资料齐全的人不用填写。', toInvite: '取短链接、二维码、海报和群消息', where: '区划', sentence: '{total} 人中 {done} 人已完成，其中 {notAsked} 人无需填写', answered: '填写完成 {n} 人', notAsked: '无需填写 {n} 人', left: '还剩 {n} 人', who: '看是谁',
    contested: '{n} 人的数据有异议，正在核实', by: '按{relation}统计', asOf: '{at} 更新', stale: '连接断了，这是 {at} 的数字', nobody: '这里没有服务对象', nobodyHint: '符合条件的人都不在这个区划。',
    lowest: '已经到最下一级', lowestHint: '可以看看这里还剩谁。', toLeft: '看还剩谁', bars: '各区划还剩多少', table: '各区划的数字', leftShort: '还剩 {n}', allDone: '全部完成',
    column: { name: '区划', total: '应完成', done: '已完成', left: '还剩', share: '完成率' },
    close: '结束应用', closeTitle: '结束「{title}」？', closeWhat: '结束以后不再询问任何人，也不能再打开。已经收到的填报和数据都会保留。',
  },
  tasks: {
    lead: '要打电话、上门联系的人，和每个人最后的结果。', toField: '在手机上走访', filter: '按状态筛选', open: '待办', phone: '电话', door: '上门', none: '这里没有任务', noneHint: '没有填的、没有电话的和请人帮填的居民，会成为居住地岗位的任务。',
    what: '事项', why: '缘由', who: '负责', stands: '进展', do: '操作', tried: '试过 {n} 次', moved: '已搬到别处', hand: '转交', handTitle: '把 {name} 的任务转交给别的岗位', handTo: '转交给', choose: '请选择岗位', undo: '撤销结果',
  },
  taskReason: { 'no-answer': '一直没填', 'no-phone': '没有电话', 'asked-for-help': '请人帮填' },
  taskOutcome: {
    'done': '已说好', 'answered': '已填报', 'refused': '不愿意', 'away-for-long': '长期外出', 'unknown-here': '查无此人', 'moved': '已搬走', 'empty': '空房', 'dead': '据说去世（待核实）', 'not-reached': '多次没联系上',
    'withdrawn': '不用帮了', 'not-addressed': '不再面向此人', 'closed': '应用已结束',
  },
  left: { lead: '还没有完成的人。电话只显示一部分。', region: '区划', none: '这里的人都完成了', noneHint: '没有需要再联系的人。', toBoard: '回到进度', outcome: '联系结果', print: '打印', printOf: '打印{name}的纸质表', printAll: '打印这一页的纸质表' },
  invite: {
    lead: '把这项发给{region}的居民：转发链接，贴海报，或者把文字发到群里。点开的人要先登录，只看得到自己的资料。', link: '短链接', copy: '复制', copied: '已复制', notCopied: '没有复制成功，请选中后自己复制',
    code: '二维码', codeAlt: '二维码，扫码打开 {url}', saveCode: '下载二维码', poster: '海报', posterHint: 'A4 纸一页，有标题、二维码和求助电话，打印后贴在楼道和公告栏。', zh: '中文', en: '英文', both: '中英文', posterLang: '海报的语言', savePoster: '下载海报', saving: '正在生成',
    text: '群消息', textHint: '可以先改再复制。', textLang: '消息的语言', again: '恢复原文', noPhone: '{region}还没有求助电话，海报和消息里就没有。可以在右上角的岗位菜单里设置。', closed: '这项已经结束，链接只会告诉居民已经结束。',
    message: { head: '【{region}】{title}', ask: '请您点开下面的链接填写，已经知道的不再问您。', until: '请在 {day}前填写。', phone: '不方便上网的，请打电话 {phone}。', safe: '填写不收费，不会向您要银行密码，也不会让您把验证码告诉别人。' },
  },
  paper: {
    lead: '在「还剩谁」打印带二维码的表；签好以后拍照上传，会自动归到本人名下，再录入。', take: '拍照', choose: '选择照片', sent: '这次上传的', sending: '正在上传 {part}%', found: '已归到{name}名下', failed: '没有上传成功，请再试一次', unknown: '这张表不是您可以处理的，或者不是这里打印的', retry: '再试一次',
    none: '还没有收到纸质表', noneHint: '上传签好的表以后，在这里录入。', at: '收到时间', entered: '已录入', toEnter: '待录入', state: '状态', sheet: '表', look: '看照片', person: '查看本人', printing: '正在生成', printed: '纸质表已生成，请打印', printFailed: '没有生成，请再试一次', lookTitle: '{name}的纸质表', otherApplication: '属于另一个应用',
  },
  export: { export: '导出', making: '正在生成', excel: '{name}（Excel）', csv: '{name}（CSV）', journalled: '表里每个人都会看到这次导出。', submissions: '填报清单', left: '未填名单', ledger: '台账', board: '进度表' },
  submissions: { lead: '收到的填报，最新的在前。', refresh: '刷新', none: '还没有人填报', noneHint: '居民提交以后，这里马上就能看到。', at: '提交时间', version: '版本', receipt: '回执号', files: '附件', closeFile: '关闭', fileLogged: '您打开附件已记入访问日志，本人可以看到。', saveFile: '打开或保存', noFile: '附件没有打开' },
  person: { name: '姓名', age: '年龄', place: '所在地', elsewhere: '外地', phone: '电话', noPhone: '没有电话', journalled: '您的这次查看已记入访问日志，本人可以看到。', reason: '查看受限数据的理由', reasonHint: '本人会看到这个理由，请写清楚为什么需要。', reveal: '查看受限数据', revealed: '已按这个理由显示受限数据：{purpose}', hidden: '受限，说明理由后可见', value: '当前值', standing: '状态', source: '来源', statedAt: '时间' },
  people: { search: '按姓名查找', find: '查找', start: '按姓名查找居民', startHint: '在{region}范围内查找，写一个字也可以。', none: '没有找到「{name}」', noneHint: '请检查写法；只能找到{region}范围内的人。' },
  data: {
    pages: '数据的页面', elements: '数据项', element: '数据项', people: '查人', person: '居民资料', search: '查找数据项', searchHint: '名称、拼音首字母、编码，或表上的写法', resource: '数据资源', allResources: '全部资源',
    count: '{n} 个数据项', none: '没有找到「{q}」', noneHint: '换一个词试试，拼音也可以，例如「nl」或「nianling」找年龄。', noElement: '没有数据项 {code}', toAll: '看全部数据项', kind: '类型', protection: '保护', firstRank: '以谁为准',
    validFor: '有效期', standard: '标准', derived: '推算得出', derivedFrom: '由这些推算：', facts: '定义', always: '长期', alwaysLong: '长期有效', validLong: '{period}，过期后请本人确认',
    years: '{n} 年', months: '{n} 个月', days: '{n} 天', seenAs: '表上的写法', codeList: '代码表', code: '代码', meaning: '含义',
  },
  protection: {
    open: '一般', restricted: '受限', encrypted: '加密', openLong: '一般：范围内可见', restrictedLong: '受限：只在范围内、按用途可见，其他地方遮盖或不出现', encryptedLong: '加密保存：只能按相等查找，显示时遮盖',
  },
  resource: { person: '人', household: '户', dwelling: '房', organisation: '单位', member: '家庭成员关系' },
  source: { register: '登记机关', resident: '居民本人', officer: '工作人员', registerLong: '登记机关的数据优先', residentLong: '居民本人的说法优先', officerLong: '工作人员核实的优先' },
  means: {
    inPerson: '当面', phone: '电话', message: '短信', self: '本人填写', family: '家人代说', neighbour: '邻居说的', estimate: '估计', import: '导入', derived: '推算', paper: '纸质表', agent: '代办',
  },
  value: {
    text: '文字', integer: '整数', decimal: '小数', date: '日期', partialDate: '年月（日）', dateTime: '日期和时间', yesNo: '是或否', code: '单选', codes: '多选', region: '区划', subject: '关联对象', place: '位置',
    file: '附件', table: '表格', idNumber: '身份证号', uscc: '统一社会信用代码', phone: '电话', email: '电子邮箱',
  },
  link: {
    'member': '家庭', 'head': '户主', 'lives-in': '所住的房屋', 'owner': '拥有的房屋', 'tenant': '租住的房屋', 'guardian': '监护人', 'agent': '代理人', 'emergency-contact': '紧急联系人', 'father': '父亲', 'mother': '母亲',
    'spouse': '配偶', 'works-at': '工作单位', 'owns': '名下房屋', 'rents': '承租房屋', 'ward': '被监护人', 'fathered': '子女（本人是父亲）', 'mothered': '子女（本人是母亲）', 'has-member': '家庭成员', 'lived-in-by': '住在里面的人',
  },
  topic: { identity: '身份', contact: '联系方式', residence: '居住', household: '家庭', health: '健康', benefits: '待遇和收入', work: '工作和教育', other: '其他' },
  region: { choose: '选择区划', takeAll: '就选{name}' },
  paging: { pages: '翻页', before: '上一页', after: '下一页', page: '第 {n} 页' },
  problem: {
    unreachable: '现在连不上服务器', unreachableDetail: '可能是网络断了。页面上的内容都还在，恢复后再试一次。', notFound: '没有找到', notFoundDetail: '可能已经删除，或者不在您的范围内。',
    signedOut: '需要重新登录', signedOutDetail: '登录后会接着显示。', refused: '这次没有做成', unexpected: '这次没有做成', unexpectedDetail: '问题出在我们这边，什么也没有丢失。请过一会儿再试一次。',
  },
  mandates: {
    title: '代办', none: '没有人替这个人代办。', all: '所有的事', some: '只限几个部门的事', record: '当面登记代办', recordTitle: '替{name}登记代办', lead: '给没有手机的人用：本人当面说明、核对证件以后登记。对方用这个手机号登录、接受以后才生效，本人随时可以请您结束。',
    name: '代办人的姓名', phone: '代办人的手机号', reason: '原因', scope: '可以办哪些事', verified: '本人在场，已核对证件，本人同意', verifyFirst: '请先和本人当面核对。', state: { 'offered': '等对方接受', 'in-force': '有效', 'ended': '已结束' },
  },
}

export type OfficerMessages = typeof zh
