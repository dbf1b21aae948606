import { useFormWords } from './words'
import type { QuestionFault } from './logic'
import type { Question } from '@hutong/api'

const CHOSEN = new Set(['yesNo', 'code', 'codes', 'region'])

/** What to tell people about a fault: what to do, never a code. */
export function useFaultText() {
  const { t, te, say } = useFormWords()
  return (question: Question, fault: QuestionFault): string => {
    if (fault.message) return say(fault.message)
    const label = say(question.label).replace(/[：:]\s*$/, '')
    if (fault.code === 'required') {
      const sentence = /[？?]$|^请/.test(label) || label.split(' ').length > 4
      return t(sentence ? 'form.fault.requiredAnswer' : CHOSEN.has(question.kind) ? 'form.fault.requiredChoice' : 'form.fault.required', { label })
    }
    const key = `form.fault.${fault.code}`
    return t(te(key) ? key : 'form.fault.other', { label, min: String(question.min ?? ''), max: String(question.max ?? ''), maxLength: String(question.maxLength ?? ''), ...fault.args })
  }
}
