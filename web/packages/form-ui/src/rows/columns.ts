import { STILL } from '@hutong/form-engine'
import type { Question } from '@hutong/api'

/** What is asked about somebody on file, as spec/forms.md has it. */
const STILL_THERE: Question = {
  id: STILL,
  kind: 'code',
  label: { zh: '现在的情况', en: 'How it is now' },
  required: false,
  options: [
    { code: 'here', label: { zh: '还在这里', en: 'Still here' } },
    { code: 'moved', label: { zh: '搬走了', en: 'Moved away' } },
    { code: 'left', label: { zh: '不在这里了', en: 'Not here any more' } },
    { code: 'died', label: { zh: '去世了（等待核实）', en: 'Has died (to be verified)' } },
  ],
}

/** The columns of a table, with the one that asks whether somebody on file is still there. */
export const columnsOf = ({ columns = [], rowsOf }: Question): Question[] => (rowsOf ? [...columns, STILL_THERE] : columns)
