import type { FilledForm, Json, Localised, QuestionState, Standing } from '@hutong/api'
import type { CodeList, DataElement } from '../api/types'
import type { FormComponent, Manifest, Question } from '../manifest/types'

/** Who the preview pretends to be: somebody much is known of, somebody with old and doubtful data, somebody new. */
export const PERSONAS = ['known', 'mixed', 'new'] as const
export type Persona = typeof PERSONAS[number]

/** Values of an invented person; no register has the number, no operator the phone. */
const INVENTED: Record<string, Json> = {
  'person.name': '王秀兰', 'person.sex': '2', 'person.birthDate': '1946-03-12', 'person.age': 80, 'person.idNumber': '990613194603120028',
  'person.mobile': '19900000217', 'person.address': '幸福路 8 号 3 幢 401 室', 'person.ethnic': '01', 'person.dibao': false, 'person.livesAlone': true,
  'person.careNeed': 'partly', 'person.allergy': '青霉素', 'person.bankName': '农业银行', 'person.marital': '30', 'person.chronic': true,
}
const LINKED_NAME = '王建国'

function invent(question: Question, list: CodeList | undefined): Json | undefined {
  const path = question.element ?? ''
  const code = path.split('/').pop() ?? ''
  if (path.includes('/') && code === 'person.name') return LINKED_NAME
  if (!path.includes('/') && INVENTED[code] !== undefined && fits(INVENTED[code], list)) return INVENTED[code]
  switch (question.kind) {
    case 'integer': return 3
    case 'decimal': return '36.5'
    case 'date': return '2025-03-05'
    case 'partialDate': return '1988-06'
    case 'yesNo': return true
    case 'code': return list?.items.find(item => !item.retired)?.code ?? question.options?.[0]?.code
    case 'codes': return [list?.items.find(item => !item.retired)?.code ?? question.options?.[0]?.code ?? ''].filter(Boolean)
    case 'phone': return '19900000318'
    case 'email': return 'wang@example.com'
    case 'text': return '无'
    default: return undefined
  }
}

const fits = (value: Json, list: CodeList | undefined) => list === undefined || list.items.some(item => item.code === value)

function stateOf(question: Question, persona: Persona, nth: number, element: DataElement | undefined, list: CodeList | undefined): QuestionState {
  if (question.element === undefined || persona === 'new' && question.element !== 'person.name') return { state: 'unknown' }
  const value = invent(question, list)
  if (value === undefined) return { state: 'unknown' }
  const state: Standing = element !== undefined && element.derivedFrom.length > 0 ? 'derived'
    : persona === 'known' || nth % 3 === 0 ? 'held'
      : nth % 3 === 1 ? 'heldOld' : 'unknown'
  return state === 'unknown' ? { state }
    : { state, value, source: element?.firstRank ?? 'register', means: 'import', statedAt: state === 'heldOld' ? '2023-04-06T02:00:00Z' : '2026-04-06T02:00:00Z' }
}

const both = ({ zh, en = '' }: Localised) => ({ zh, en })

/** A form as an invented resident would open it, with the draft's own questions. */
export function inventedForm(
  manifest: Manifest, form: FormComponent, persona: Persona, element: (path: string) => DataElement | undefined, list: (code: string) => CodeList | undefined, today: string,
): FilledForm {
  const questions = form.pages.flatMap(page => page.questions)
  const listOf = (question: Question) => {
    const code = question.codeList ?? (question.element ? element(question.element)?.codeList : undefined)
    return code ? list(code) : undefined
  }
  const states = Object.fromEntries(questions.map((question, nth) =>
    [question.id, stateOf(question, persona, nth, question.element ? element(question.element) : undefined, listOf(question))]))
  return {
    // Every rule of an invented resident may come true.
    mostQuestions: questions.filter(({ id, calculate }) => calculate === undefined && ['unknown', 'heldOld'].includes(states[id]!.state)).length,
    application: 'preview', form: form.id, version: 1, title: both(form.title), intro: form.intro && both(form.intro), purpose: manifest.purpose,
    day: today,
    department: manifest.department, draft: null, submitted: null,
    definition: JSON.parse(JSON.stringify(form)) as FormComponent,
    codeLists: Object.fromEntries([...questions, ...questions.flatMap(question => question.columns ?? [])].flatMap(question => {
      const found = listOf(question)
      return found === undefined ? [] : [[found.code, found]]
    })),
    states,
  }
}
