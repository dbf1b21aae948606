import type { Answers, FormComponent, Json, Localised, Question } from '@hutong/api'

export interface QuestionFault {
  code: string
  message?: Localised
  args?: Record<string, string | number>
}

export interface Judgement {
  relevant: Set<string>
  faults: Record<string, QuestionFault>
}

type Rule = { [key: string]: Json }

function truth(rule: Rule | undefined, answers: Answers): boolean | undefined {
  if (!rule) return true
  if (Array.isArray(rule.all)) {
    const parts = (rule.all as Rule[]).map((r) => truth(r, answers))
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if (Array.isArray(rule.any)) {
    const parts = (rule.any as Rule[]).map((r) => truth(r, answers))
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  }
  if (rule.not) {
    const inner = truth(rule.not as Rule, answers)
    return inner === undefined ? undefined : !inner
  }
  if (rule.always === true) return true
  if (typeof rule.answer === 'string') {
    const given = answers[rule.answer]
    if (rule.op === 'known') return given !== undefined
    if (rule.op === 'unknown') return given === undefined
    if (given === undefined) return undefined
    if (rule.op === 'in') return (rule.value as Json[]).includes(given)
    if (rule.op === '=') return given === rule.value
    if (rule.op === '!=') return given !== rule.value
  }
  return undefined
}

/** Which questions are relevant and what is wrong with their answers. */
export function judge(definition: FormComponent, answers: Answers): Judgement {
  const relevant = new Set<string>()
  const faults: Record<string, QuestionFault> = {}
  const effective: Answers = {}
  for (const question of definition.pages.flatMap((page) => page.questions)) {
    if (truth(question.visible as Rule | undefined, effective) !== true) continue
    relevant.add(question.id)
    const given = answers[question.id]
    if (given !== undefined) effective[question.id] = given
    const fault = faultOf(question, given)
    if (fault) faults[question.id] = fault
  }
  return { relevant, faults }
}

function faultOf(question: Question, given: Json | undefined): QuestionFault | undefined {
  if (given === undefined) return question.required ? { code: 'required' } : undefined
  if (question.kind === 'integer' && typeof given !== 'number') return { code: 'integer' }
  if (question.kind === 'partialDate' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(String(given))) return { code: 'partialDate' }
  if (question.kind === 'phone' && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(String(given))) return { code: 'phone' }
  return undefined
}
