import type { OfficerMessages } from './zh'

/** What the officer's screens say in English, written rather than translated. */
export const en: OfficerMessages = {
  app: { name: 'Hutong desk' },
  word: {
    yes: 'yes', no: 'no', and: ' and ', or: ' or ', comma: ', ', years: 'years', optional: '(optional)',
    everybody: 'everybody', nobody: 'nobody', brackets: '({text})', not: 'not ({what})',
    within: '{by} in {region}', link: 'whose {link} has ({what})', hasLink: 'with a {link}',
    relation: { 'resides-in': 'living', 'registered-in': 'registered', 'works-in': 'working', 'owns': 'owning a home' },
    op: {
      yesNo: '{what}: {value}',
      '=': '{what} is {value}', '!=': '{what} is not {value}', '<': '{what} < {value}', '<=': '{what} ≤ {value}', '>': '{what} > {value}', '>=': '{what} ≥ {value}',
      'in': '{what} is one of {value}', 'contains': '{what} contains {value}', 'matches': '{what} has the right form', 'known': '{what} is known', 'unknown': '{what} is not known',
    },
  },
  shell: {
    main: 'Main', skip: 'Skip to content', where: 'Your area', appearance: 'Language and look', signOut: 'Sign out',
    administration: 'Accounts', audit: 'Audit', today: 'Today', applications: 'Apps', tasks: 'Tasks', data: 'Data',
    theme: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    nowhere: 'No such page', nowhereTitle: 'There is nothing at this address', nowhereHint: 'It may have been mistyped, or the page has moved.', toToday: 'Back to Today',
  },
  signIn: {
    title: 'Sign in', lead: 'Use your work account.', login: 'User name', password: 'Password', submit: 'Sign in', sending: 'Signing in…',
    refused: 'User name or password is wrong. Please try again.', bothNeeded: 'Please fill in user name and password.',
    expired: 'Please sign in again', expiredLead: 'You were away for a while and have been signed out. Sign in to go on; everything on the page is still there.',
    demo: 'Demo accounts', demoLead: 'This is an invented town. Click an account and its name and password are filled in.',
  },
  helpPhone: {
    menu: 'Residents’ help line', title: 'Whom residents of {region} call', number: 'Phone number', save: 'Save',
    hint: 'Residents see it in large print and under Me, and call it with one tap. Left empty, the number of the level above is shown.',
  },
  posts: {
    choose: 'Choose a post', chooseLead: '{name}, you hold several posts. Which one are you working in?', switch: 'Switch to',
    title: 'Post', manage: 'Post and deputies', deputyUntil: 'deputy until {day}', deputyBrackets: ' (deputy until {day})', none: 'No post yet', noneLead: '{name}, your account holds no post at present. Please ask an administrator.',
    notHere: 'This page is not for the other post', notHereHint: 'It lies outside of what “{post}” may see. Change back, or go on from the menu.',
    held: 'Who holds it', heldByNobody: 'Nobody holds this post at present.', holderChip: 'holder', deputyChip: 'deputy', since: 'since {from}', from: 'from {from}', until: 'until {until}', fromUntil: '{from} to {until}',
    nameDeputy: 'Name a deputy', deputyLead: 'The deputy works in this post with the own account to the end of the last day; it ends by itself and may be ended earlier. What is done stands under the deputy’s name.', deputy: 'Deputy',
    give: 'Give the post', giveLead: 'From the first day this account holds the post.', holder: 'Holder', firstDay: 'First day', lastDay: 'Last day', lastDayOptional: 'Last day (optional)',
    findAccount: 'Find by name or login', noPost: 'no post at present', noAccount: 'Nobody found. Only accounts within reach that are in use can be found.', chooseAccount: 'Choose somebody first.', chooseDays: 'Please give the days.', daysOrder: 'The last day is before the first.',
    end: 'End', endNow: 'End now', endTitle: 'End this for {name}?', endWhat: 'It takes effect at once, also where the post is being worked in. What was done before stays under the same name.',
    abolish: 'Abolish the post', abolishTitle: 'Abolish “{title}”?', abolishWhat: 'Nobody can work in this post any more, and whoever does is out at once. What was done stays.', abolished: 'abolished', abolishedHint: 'This post is no longer used. Its past records are all there.',
    noPasswords: 'Never tell anybody your password: to let somebody help, name a deputy.',
  },
  handover: {
    title: 'Hand the post over', waits: 'What waits with this post', nothingWaits: 'Nothing waits.', andMore: 'and {n} more', staysWithAuthor: 'What was recorded before stays with its author, and so does work done without a signal that arrives later.',
    giver: 'Handed over by', successor: 'Successor', lastDay: 'Last day of the present holder', firstDay: 'The successor begins on {day}.', note: 'A note to the successor', noteHint: 'Shown on the successor’s Today page. Please write nothing about residents.', confirm: 'Hand over', undo: 'It can be withdrawn to the end of the last day.',
    planned: 'Will be handed over to {who}', plannedHint: 'The last day of {giver} is {day}; the successor holds it from the next.', withdraw: 'Withdraw',
    from: '{who} handed “{title}” over to you', toCome: 'From {day} you hold “{title}”, handed over by {who}', tickOff: 'Read, do not show again',
  },
  administration: {
    pages: 'Pages of accounts', accounts: 'Accounts', posts: 'Posts', changes: 'Changes', findAccount: 'Find by name or login', findPost: 'Find by title', createAccount: 'New account', createPost: 'New post',
    noAccount: 'No account found', noPosts: 'No post found', account: 'Account', heldPosts: 'Posts', region: 'Region', doing: 'Actions', disabled: 'disabled', passwordDue: 'password not changed yet', enable: 'Enable', disable: 'Disable', newPassword: 'New password',
    name: 'Name', loginHint: 'Begins with a letter; letters, digits, dots and hyphens, at least 3 characters.', disableTitle: 'Disable the account of {name}?', disableWhat: 'Signed out at once, no sign-in from now on. Posts and past records stay; it can be enabled again.',
    passwordTitle: 'A new password for {name}?', passwordWhat: 'The old one ends at once and whoever is signed in is signed out. The new one-time password is shown once.',
    slipTitle: 'One-time password', oneTime: 'One-time password', slipWhat: 'Shown this once: print it or write it down for its owner, who changes it at the first sign-in.', print: 'Print', slipDone: 'Handed over',
    post: 'Post', roles: 'What it may do', postTitle: 'Title of the post', titleNeeded: 'Please give a title.', roleNeeded: 'Choose at least one thing that it may do.',
    noChanges: 'No changes yet', when: 'When', what: 'What', whom: 'Whom', days: 'Days', by: 'Done by',
  },
  role: { OFFICER: 'applications and progress', WORKER: 'visits and filling in', STEWARD: 'data elements', ADMINISTRATOR: 'accounts and posts', AUDITOR: 'audit' },
  roleHint: {
    OFFICER: 'make and publish applications, watch progress', WORKER: 'visit, call, fill in for people', STEWARD: 'keep data elements and code lists', ADMINISTRATOR: 'keep accounts and posts; sees no residents’ data', AUDITOR: 'read the changes; sees no residents’ data',
  },
  change: {
    'account-created': 'account created', 'account-disabled': 'account disabled', 'account-enabled': 'account enabled', 'password-reset': 'password reset', 'post-created': 'post created', 'post-abolished': 'post abolished', 'given': 'post given', 'ended': 'holding ended',
    'deputy-named': 'deputy named', 'deputy-ended': 'deputy ended early', 'handover-planned': 'handover planned', 'handover-withdrawn': 'handover withdrawn',
  },
  password: {
    title: 'Change password', dueTitle: 'Choose a password of your own', dueLead: 'The one so far was made by an administrator and is used once.', oneTime: 'One-time password', current: 'Password so far', next: 'New password', again: 'New password again', hint: 'At least 10 characters, without the login.', differ: 'The two are not the same.', change: 'Change password',
  },
  department: {
    'civil-affairs': 'Civil affairs', 'health': 'Health', 'police': 'Police', 'urban-management': 'Urban management', 'human-resources': 'Human resources', 'disabled-federation': 'Disabled persons’ federation',
  },
  kind: { audience: 'Audience', form: 'Form', notice: 'Notice', board: 'Progress', visit: 'Calls and visits' },
  kindHint: { audience: 'whom this addresses', form: 'questions to residents', notice: 'a message sent on publishing', board: 'how far each area is', visit: 'posts call and visit those who are not reached' },
  state: { draft: 'Draft', running: 'Running', closed: 'Closed' },
  relation: { 'resides-in': 'residence', 'registered-in': 'registration', 'works-in': 'workplace', 'owns': 'property' },
  today: {
    running: 'Running', noneRunning: 'Nothing is running', noneRunningHint: 'Choose a template below, check it and publish.', noneRunningWatch: 'Applications published for your area will appear here.',
    drafts: 'Drafts', noDrafts: 'No unfinished drafts.', doneOf: '{done} of {total} people done', leftOver: '{n} left', changed: 'saved by {who} {at}', nobody: 'nobody is addressed in your area',
  },
  templates: { title: 'New application', lead: 'From a template: use, check, publish, three steps. If none fits, begin blank.', fromBlank: 'Begin blank', questions: '{n} question | {n} questions', use: 'Use', useNamed: 'Use the template {title}', making: 'Creating…', blankTitle: 'New application' },
  applications: {
    filter: 'Filter by state', all: 'All', search: 'Find by name', none: 'No applications yet', noneHint: 'Start with a template below, or blank.', noneFound: 'Nothing found', noneFoundHint: 'Try another word, or clear the search.',
    name: 'Name', state: 'State', region: 'Area', department: 'Department', saved: 'Last saved',
  },
  application: {
    pages: 'Pages of this application', edit: 'Edit', check: 'Check', progress: 'Progress', left: 'Who is left', submissions: 'Submissions', invite: 'Invite', paper: 'Paper', version: 'version {n}',
  },
  studio: {
    basics: 'Basics', components: 'Components', questions: '{n} question | {n} questions', addComponent: 'Add component', remove: 'Remove {what}', removed: '{what} removed; you can undo this',
    otherKind: 'This component cannot be changed here yet. It is kept as it is.', check: 'Check', preview: 'Preview', edit: 'Back to editing', undo: 'Undo', redo: 'Redo', undone: 'Undone', redone: 'Redone',
    recovered: 'Unsaved changes were brought back', recoveredHint: 'They could not reach the server and stayed on this computer. Undo them if you no longer want them.',
  },
  save: {
    unchanged: 'Saves by itself', saved: 'Saved', saving: 'Saving…', offline: 'No connection; your changes stay on this computer', conflict: 'Somebody saved first', signedOut: 'Will be saved once you sign in again',
    gone: 'This draft is gone; your changes are still on this computer', refused: 'Not saved: {why}',
  },
  conflict: {
    title: 'Somebody else changed this draft', what: 'After you opened “{title}”, a colleague saved changes to it.', whatNamed: 'After you opened “{title}”, {who} saved changes to it.',
    look: 'See what they changed', differences: 'Where theirs differs from yours', same: 'Both say the same.', added: 'added', removed: 'removed', changed: 'changed',
    question: 'Question “{label}”', component: '{kind} “{title}”', nothingLost: 'Nothing is lost either way: undo brings back the one you did not choose.',
    takeTheirs: 'Use theirs', keepMine: 'Keep mine',
  },
  basics: {
    title: 'Name', summary: 'Summary', purpose: 'Purpose', purposeHint: 'Residents read this: why their data is used.', basis: 'Law or document it rests on',
    region: 'Where it runs', opens: 'First day', closes: 'Last day', upsideDown: 'The last day is before the first.',
  },
  audience: {
    people: 'person | people', counting: 'Counting…', words: '{region} (by {relation}) · {who}', relation: 'Who belongs here', relationIn: '{relation} in {region}', criterion: 'Further conditions',
    failed: 'The count is not available just now. The conditions are saved; it will be counted again.',
  },
  builder: {
    none: 'No further conditions: everybody is included.', noneForm: 'No conditions yet.', add: 'Add condition', addElement: 'By data element', addAnswer: 'By an earlier answer', addWithin: 'Add area', addGroup: 'Add group',
    choose: 'Choose a data element', joint: 'How these conditions combine', joint_all: 'all of these', joint_any: 'any of these', joint_none: 'none of these', joint_notAll: 'not all of these',
    and: 'and', or: 'or', remove: 'Remove this condition', removeGroup: 'Remove this group', removed: 'Removed', link: 'has such: {link}', notLink: 'has no such: {link}', linkHow: '{link}: has or has not', removeLink: 'Remove the condition on: {link}', addLink: 'Add related person, household or home', anyLink: 'No further conditions: any counts ({link}).',
    question: 'Which question', gone: 'question {name} is no longer before this one', elementNamed: 'Data element {name}; click to change', is: 'Yes or no', operator: 'How to compare', value: 'Value', negated: 'not:', unnegate: 'Remove “not”',
    chooseValue: 'choose', moreValues: 'one more', addValue: 'Add a value', dropValue: 'Remove {value}', fresh: 'only if still valid', freshHint: 'Data past its validity does not count.',
    relation: 'By which relation', inside: 'in', outside: 'not in', region: 'Choose an area', raw: 'This condition cannot be changed here. It is kept as it is.', incomplete: 'Not complete yet, so not counted.',
    'op_=': 'is', 'op_!=': 'is not', 'op_<': 'less than', 'op_<=': 'at most', 'op_>': 'more than', 'op_>=': 'at least', 'op_in': 'is one of', 'op_contains': 'contains', 'op_matches': 'has the form',
    'op_known': 'is known', 'op_unknown': 'is not known',
    'number_=': 'is', 'number_!=': 'is not', 'number_<': 'less than', 'number_<=': 'at most', 'number_>': 'more than', 'number_>=': 'at least', 'number_known': 'is known', 'number_unknown': 'is not known',
  },
  finder: {
    label: 'Find a data element', hint: 'Name, pinyin, code, or paste a whole question', results: 'Data elements found', found: '{n} found', taken: 'in this form', none: 'Nothing found. Try another word.',
    own: 'Write a question of your own', ownNamed: 'Write your own: “{label}”', ownHint: 'belongs to this application only',
  },
  form: {
    title: 'Title of the form', more: 'Introduction and more', intro: 'Introduction', askKnown: 'Also ask people of whom everything is known', page: 'Page {n}', removePage: 'Remove page {n}', removePageHint: 'Its questions move to the page next to it',
    emptyPage: 'No questions on this page yet.', add: 'Add question', palette: 'Drag in data elements', paletteHint: 'Drag a data element to its place in the form; or choose with the arrow keys and add with Enter.', added: '“{label}” added, {at} of {of}', addPage: 'Add page', addTitle: 'Add a question', addHint: 'Choose a data element: people whose value is known are not asked, and answers serve every department.',
    newPage: 'New page', newQuestion: 'New question', unnamed: '(no wording yet)', own: 'this application only', notRequired: 'optional', conditional: 'conditional',
    grip: 'Move question {at} of {of}, “{label}”, with the arrow keys', up: 'Move “{label}” up', down: 'Move “{label}” down', moved: '“{label}” is now {at} of {of}',
    remove: 'Remove “{label}”', removed: '“{label}” removed; you can undo this', removeTitle: 'Remove “{label}”?', removeUsed: 'Whether these questions are shown, or how they are checked, depends on its answer:', removeAnyway: 'Remove all the same',
  },
  question: {
    same: 'Same meaning?', sameHint: 'Whoever has answered is not asked again, and every department can use the answer.', useSame: 'Use it', another: 'Another question', boundTo: 'Bound to “{name}”',
    label: 'Question', hint: 'Hint', element: 'Data element', unbound: 'Belongs to this application only; answers do not enter the data resource', bind: 'Bind to a data element', rebind: 'Change', release: 'Unbind', bindTitle: 'Choose the data element',
    of: 'Of whom', self: 'the person', kind: 'Kind of answer', unit: 'Unit', min: 'Smallest', max: 'Largest', minDay: 'Earliest', maxDay: 'Latest', maxLength: 'Most characters', codeList: 'Options come from the code list {list}',
    accept: 'What it takes', accepts: { photo: 'a photo', signature: 'a signature', document: 'a document (PDF or photo)' },
    required: 'Must be answered', never: 'Ask anew each time, never reuse what is known', conditional: 'Show only on conditions', visible: 'Shown only when',
    mustHold: 'The answer must fulfil', message: 'What to say when it does not', addConstraint: 'Add a check', removeConstraint: 'Remove this check',
  },
  columns: {
    title: 'What each row asks', first: '姓名', add: 'Add a column', named: 'Column {n}: {label}', up: 'Move {label} left', down: 'Move {label} right', remove: 'Remove {label}', new: '新的一列',
    least: 'Fewest rows', most: 'Most rows', count: 'How many rows', free: 'as many as the person adds', from: 'as answered to “{label}”',
  },
  calculation: {
    chip: 'Calculated', title: 'Where the answer comes from', none: 'Residents answer it', sum: 'Sum', difference: 'The first less the others', min: 'The smallest', max: 'The largest', count: 'Number of rows', yearsBetween: 'Whole years between',
    take: 'Item {n}', choose: 'Please choose', add: 'One more item', remove: 'Remove item {n}', today: 'the day of filling in', of: '{column} of {table}', nothing: 'There is no question yet to calculate with.',
    note: 'Nothing is calculated as long as an item that should be answered is not; not answered is not 0.',
  },
  options: { title: 'Options', first: '选项一', zh: 'Option {n}, Chinese', en: 'Option {n}, English', up: 'Move option {n} up', down: 'Move option {n} down', remove: 'Remove option {n}', add: 'Add option' },
  notice: { when: 'Once the application is published, its audience sees this among their messages.', title: 'Title', text: 'Text' },
  boardEditor: {
    what: 'Every level sees how much is done and who is left, each within its own area.', form: 'Progress of which form', relation: 'Where a person counts',
    'resides-in': 'where they live', 'registered-in': 'where they are registered', 'works-in': 'where they work', 'owns': 'where they own property',
  },
  visitEditor: {
    what: 'Posts of grids and communities call first, visit whom calls do not reach, and fill in together with the resident. Every task comes to an end, so does the list.', form: 'People of which form', reasons: 'Who is contacted',
    'no-answer': 'people who have not answered after some days', 'no-phone': 'people without a phone (at once)', 'asked-for-help': 'people who ask for help (at once)', after: 'Days after publishing until those who have not answered are contacted', detail: '{n} days after publishing',
  },
  preview: {
    title: 'Phone preview', as: 'Invented resident', known: 'all on file', mixed: 'partly on file', new: 'just moved in', restart: 'Start over', screen: 'Phone screen', brand: 'Hutong', notices: 'Messages', noTitle: '(no title yet)',
    done: 'Here the resident is done', doneHint: 'This is a preview; nothing was submitted.', empty: 'No questions yet', emptyHint: 'Add questions to see what residents will see.', noForm: 'This application has no form', noFormHint: 'Add a form component so that residents see questions.',
    note: 'The person is invented and nothing typed here is kept.',
  },
  check: {
    title: 'What the checks say', fine: 'Nothing found. Ready to publish.', fineNow: 'Nothing found.', errors: '{n} thing must be put right before publishing. | {n} things must be put right before publishing.', warnings: 'Ready to publish. Please look at {n} note. | Ready to publish. Please look at {n} notes.', error: 'To put right: ', warning: 'Please note: ',
    goTo: 'Go there', goToNamed: 'Go there: {what}', back: 'Back to editing', publish: 'Publish', publishAgain: 'Publish version {n}', publishing: 'Publishing…', published: '“{title}” is published',
    changed: 'The draft has just been changed', changedHint: 'A colleague saved changes after your check. Below is the newest result; please look before you publish.',
    nothingNew: 'Nothing new to publish', nothingNewHint: 'What is published is what you see. Edit it, then check and publish a new version.',
  },
  once: {
    title: 'Asking only what is not known', sentence: 'Of {questions} questions, {known} need not be asked of {share} of the {population} people.', also: '{n} question is also asked by {others}. | {n} questions are also asked by {others}.', asksToo: 'also asked by {title}',
    everyTime: 'asked every time', projected: 'Projected from the data of {n} of them.',
    nobody: 'Nobody matches the conditions now, so it cannot be said what is known.', noQuestions: 'There are no questions yet.', question: 'Question', bar: 'Shares',
  },
  standing: { held: 'on file', derived: 'follows', heldOld: 'old, to confirm', contested: 'disputed', unknown: 'not known, asked' },
  standingShort: { held: 'on file', derived: 'follows', heldOld: 'old', contested: 'disputed', unknown: 'asked' },
  effect: {
    title: 'Once published', who: 'Addressed', people: '{n} person | {n} people', whoWords: '{region} (by {relation}) · {who}', what: 'Asked', questions: 'at most {n} question; what is known is not asked | at most {n} questions; what is known is not asked', notice: 'Notice', noNotice: 'no notice',
    when: 'When', from: 'from {day}', atOnce: 'at once', until: 'until {day}', noEnd: 'no last day',
  },
  board: {
    published: 'Version {n} is published', publishedHint: 'The people addressed can see it now; those of whom all is known need not fill in anything.', toInvite: 'Get the short link, QR code, poster and text for groups', where: 'Area', sentence: '{done} of {total} people are done; {notAsked} of them did not have to fill in anything', answered: '{n} filled in', notAsked: '{n} need not fill in', left: '{n} left', who: 'see who',
    contested: '{n} with data in dispute', by: 'counted by {relation}', asOf: 'updated {at}', stale: 'Connection lost; these are the figures of {at}', nobody: 'Nobody is addressed here', nobodyHint: 'No one who matches the conditions is in this area.',
    lowest: 'This is the lowest level', lowestHint: 'You can look at who is left here.', toLeft: 'See who is left', bars: 'What is left by area', table: 'Figures by area', leftShort: '{n} left', allDone: 'all done',
    column: { name: 'Area', total: 'To do', done: 'Done', left: 'Left', share: 'Share' },
    close: 'End application', closeTitle: 'End “{title}”?', closeWhat: 'Nobody will be asked any more and it cannot be reopened. Submissions and data received are kept.',
  },
  tasks: {
    lead: 'Whom to call and visit, and how it ended.', toField: 'Visit with the phone', filter: 'Filter by state', open: 'Open', phone: 'Calls', door: 'Doors', none: 'No tasks here', noneHint: 'Residents who do not answer, have no phone or ask for help become tasks of the post where they live.',
    what: 'Matter', why: 'Why', who: 'In charge', stands: 'State', do: 'Action', tried: 'tried {n} times', moved: 'moved away', hand: 'Hand over', handTitle: 'Hand the task of {name} to another post', handTo: 'To', choose: 'Choose a post', undo: 'Undo outcome',
  },
  taskReason: { 'no-answer': 'has not answered', 'no-phone': 'has no phone', 'asked-for-help': 'asked for help' },
  taskOutcome: {
    'done': 'settled', 'answered': 'answered', 'refused': 'does not want to', 'away-for-long': 'away for long', 'unknown-here': 'unknown here', 'moved': 'moved', 'empty': 'empty dwelling', 'dead': 'said to have died (to be verified)', 'not-reached': 'not reached',
    'withdrawn': 'help not wanted any more', 'not-addressed': 'not addressed any more', 'closed': 'application closed',
  },
  left: { lead: 'People who are not done yet. Phone numbers are shown in part.', region: 'Area', none: 'Everybody here is done', noneHint: 'There is nobody left to contact.', toBoard: 'Back to progress', outcome: 'Contact', print: 'Print', printOf: 'Print the paper form of {name}', printAll: 'Print paper forms of this page' },
  invite: {
    lead: 'Send this to the residents of {region}: pass on the link, put up the poster, or post the text in a group. Whoever opens it signs in first and sees only their own data.', link: 'Short link', copy: 'Copy', copied: 'Copied', notCopied: 'It was not copied. Please select it and copy it yourself',
    code: 'QR code', codeAlt: 'QR code that opens {url}', saveCode: 'Download the code', poster: 'Poster', posterHint: 'One A4 page with title, code and help line, for stairwells and notice boards.', zh: 'Chinese', en: 'English', both: 'Both', posterLang: 'Language of the poster', savePoster: 'Download the poster', saving: 'Being made',
    text: 'Text for a group', textHint: 'You can change it before you copy it.', textLang: 'Language of the text', again: 'Bring back the original', noPhone: '{region} has no help line yet, so poster and text name none. You can set it in the menu of your post at the top right.', closed: 'This has ended; the link will only tell residents so.',
    message: { head: '[{region}] {title}', ask: 'Please open the link and answer; what is already known is not asked again.', until: 'Please answer by {day}.', phone: 'Not online? Call {phone}.', safe: 'It is free. Nobody will ask you for a bank password or for a code that was sent to you.' },
  },
  paper: {
    lead: 'Print forms with a code under “Who is left”. Photograph a signed one and upload it: it finds its person by itself; then enter what is written.', take: 'Take a photo', choose: 'Choose photos', sent: 'Uploaded now', sending: 'Uploading {part}%', found: 'Filed under {name}', failed: 'Not uploaded; please try again', unknown: 'This form is not yours to handle, or was not printed here', retry: 'Try again',
    none: 'No paper forms yet', noneHint: 'Signed forms that were uploaded wait here to be entered.', at: 'Received', entered: 'Entered', toEnter: 'To be entered', state: 'State', sheet: 'Form', look: 'Look', person: 'Open the person', printing: 'Being made', printed: 'The forms are ready to be printed', printFailed: 'Not made; please try again', lookTitle: 'Paper form of {name}', otherApplication: 'Belongs to another application',
  },
  export: { export: 'Export', making: 'Making it', excel: '{name} (Excel)', csv: '{name} (CSV)', journalled: 'Everybody in the table will see this export.', submissions: 'Submissions', left: 'Who is left', ledger: 'Ledger', board: 'Progress' },
  submissions: { lead: 'What has come in, newest first.', refresh: 'Refresh', none: 'No submissions yet', noneHint: 'They appear here as soon as residents submit.', at: 'Submitted', version: 'Version', receipt: 'Receipt', files: 'Files', closeFile: 'Close', fileLogged: 'That you opened this file is in the access journal; the person can see it.', saveFile: 'Open or save', noFile: 'The file did not open' },
  person: { name: 'Name', age: 'Age', place: 'Place', elsewhere: 'elsewhere', phone: 'Phone', noPhone: 'no phone', journalled: 'This look has been recorded; the person can see it.', reason: 'Why you need restricted data', reasonHint: 'The person will read this reason; please say clearly why.', reveal: 'Show restricted data', revealed: 'Restricted data is shown for this reason: {purpose}', hidden: 'restricted; give a reason to see it', value: 'Current value', standing: 'Standing', source: 'Source', statedAt: 'Stated' },
  people: { search: 'Find by name', find: 'Find', start: 'Find a resident by name', startHint: 'Within {region}; one character will do.', none: '“{name}” was not found', noneHint: 'Check the spelling; only people within {region} can be found.' },
  data: {
    pages: 'Pages of data', elements: 'Data elements', element: 'Data element', people: 'People', person: 'Resident', search: 'Find data elements', searchHint: 'Name, pinyin initials, code, or wording on a form', resource: 'Resource', allResources: 'All resources',
    count: '{n} data element | {n} data elements', none: '“{q}” was not found', noneHint: 'Try another word; pinyin works too, such as “nl” or “nianling” for 年龄.', noElement: 'There is no data element {code}', toAll: 'See all data elements', kind: 'Kind', protection: 'Protection', firstRank: 'Whose word counts',
    validFor: 'Valid for', standard: 'Standard', derived: 'derived', derivedFrom: 'Derived from: ', facts: 'Definition', always: 'no end', alwaysLong: 'Does not grow old', validLong: '{period}; after that the person is asked to confirm',
    years: '{n} year | {n} years', months: '{n} month | {n} months', days: '{n} day | {n} days', seenAs: 'Wordings on forms', codeList: 'Code list', code: 'Code', meaning: 'Meaning',
  },
  protection: {
    open: 'open', restricted: 'restricted', encrypted: 'encrypted', openLong: 'Open: visible within the area', restrictedLong: 'Restricted: visible only within area and purpose, masked or absent elsewhere', encryptedLong: 'Stored encrypted: found by equality only, shown masked',
  },
  resource: { person: 'Person', household: 'Household', dwelling: 'Dwelling', organisation: 'Organisation', member: 'Household member' },
  source: { register: 'register', resident: 'resident', officer: 'officer', registerLong: 'The register comes first', residentLong: 'The resident’s word comes first', officerLong: 'What officers verified comes first' },
  means: {
    inPerson: 'in person', phone: 'by phone', message: 'by message', self: 'filled in by the person', family: 'said by family', neighbour: 'said by a neighbour', estimate: 'estimated', import: 'imported', derived: 'derived', paper: 'on paper', agent: 'by an agent',
  },
  value: {
    text: 'text', integer: 'whole number', decimal: 'decimal', date: 'date', partialDate: 'year and month', dateTime: 'date and time', yesNo: 'yes or no', code: 'one choice', codes: 'several choices', region: 'area', subject: 'linked subject', place: 'position',
    file: 'file', table: 'table', idNumber: 'ID number', uscc: 'social credit code', phone: 'phone', email: 'e-mail',
  },
  link: {
    'member': 'household', 'head': 'head of household', 'lives-in': 'home lived in', 'owner': 'home owned', 'tenant': 'home rented', 'guardian': 'guardian', 'agent': 'agent', 'emergency-contact': 'emergency contact', 'father': 'father', 'mother': 'mother',
    'spouse': 'spouse', 'works-at': 'workplace', 'owns': 'dwelling of their own', 'rents': 'dwelling they rent', 'ward': 'ward', 'fathered': 'child (as father)', 'mothered': 'child (as mother)', 'has-member': 'member of the household', 'lived-in-by': 'person living there',
  },
  topic: { identity: 'Identity', contact: 'Contact', residence: 'Residence', household: 'Family', health: 'Health', benefits: 'Benefits and income', work: 'Work and education', other: 'Other' },
  region: { choose: 'Choose an area', takeAll: 'Take {name}' },
  paging: { pages: 'Pages', before: 'Previous', after: 'Next', page: 'Page {n}' },
  problem: {
    unreachable: 'The server cannot be reached', unreachableDetail: 'The network may be down. Everything on the page is still here; try again when it is back.', notFound: 'Not found', notFoundDetail: 'It may have been deleted, or lies outside your area.',
    signedOut: 'Please sign in again', signedOutDetail: 'It will be shown once you have.', refused: 'That did not work', unexpected: 'That did not work', unexpectedDetail: 'The fault is on our side and nothing is lost. Please try again in a moment.',
  },
  mandates: {
    title: 'Agents', none: 'Nobody acts for this person.', all: 'All matters', some: 'Matters of some departments', record: 'Record an agent in person', recordTitle: 'Record an agent for {name}', lead: 'For somebody without a phone, who says so in person and shows a document. It counts once the agent has signed in with this phone and accepted; the person can ask you to end it at any time.',
    name: 'Name of the agent', phone: 'Mobile phone of the agent', reason: 'Reason', scope: 'What it covers', verified: 'The person is here, the document was seen, the person agrees', verifyFirst: 'Please check with the person first.', state: { 'offered': 'not accepted yet', 'in-force': 'in force', 'ended': 'ended' },
  },
}
