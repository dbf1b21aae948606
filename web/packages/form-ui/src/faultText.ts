import { useFormWords } from './words'
import type { Question } from '@hutong/api'
import type { Fault } from '@hutong/form-engine'

const ROWS = new Set(['answer-rows-min', 'answer-rows-max'])
const CHOSEN = new Set(['yesNo', 'code', 'codes', 'region'])

/** What to tell people about a fault: what to do, never a code. */
export function useFaultText() {
  const { t, te, say } = useFormWords()

  /** At the question itself its words stand above; in a summary they have to be said. */
  function inSummary(question: Question, text: string, fault?: Fault): string {
    const label = say(question.label)
    if (fault && ROWS.has(fault.code)) return t('form.fault.of', { label, text })
    if (fault?.code === 'answer-confirm' || fault?.code === 'answer-required') return atQuestion(question, fault)
    return /[？?：:]\s*$/.test(label) ? `${label} ${text}` : t('form.fault.of', { label, text })
  }

  function atQuestion(question: Question, { code, args }: Fault): string {
    const label = say(question.label).replace(/[：:]\s*$/, '')
    if (code === 'answer-constraint') return say(question.constraints?.[Number(args[0])]?.message) || t('form.fault.other')
    const sentence = /[？?]$|^请/.test(label) || label.split(' ').length > 4
    if (code === 'answer-confirm') return t(sentence ? 'form.fault.confirmAnswer' : 'form.fault.confirm', { label })
    if (code === 'answer-required') {
      if (question.kind === 'file' && !sentence) return t(question.accept === 'signature' ? 'form.file.blank' : 'form.fault.requiredFile', { label })
      return t(sentence ? 'form.fault.requiredAnswer' : CHOSEN.has(question.kind) ? 'form.fault.requiredChoice' : 'form.fault.required', { label })
    }
    if (code === 'date-shape' && !question.required) return t('form.fault.date-shape-optional')
    const wanted = code === 'wrong-type' ? `type-${question.kind}` : code
    const key = `form.fault.${wanted}`
    return te(key) ? t(key, [...args]) : t('form.fault.other')
  }

  return { atQuestion, inSummary }
}
