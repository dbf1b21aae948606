import { inject, provide, reactive, type InjectionKey } from 'vue'
import type { Uploads } from './files/uploads'
import type { CodeList, Json, Localised, Option, Question, RegionNode } from '@hutong/api'

/** What fields need from around them: code lists, and how regions are fetched. */
export interface FormContext {
  codeLists: () => Record<string, CodeList>
  /** The children of a region; of the town when none is named. */
  regions: (code: string | null) => Promise<RegionNode>
  /** Files that are on their way, and where those that arrived are read. */
  uploads: Uploads
  /** Whether there is room for tables as grids. */
  wide: () => boolean
  /** Somebody on file whom a row of a table is about. */
  person: (table: string, row: string) => { name: string; relation?: string } | undefined
  /** Names of regions met so far, by code. */
  regionNames: Record<string, Localised>
}

const KEY: InjectionKey<FormContext> = Symbol('form')

export function provideForm(context: Omit<FormContext, 'regionNames'>): FormContext {
  const regionNames: Record<string, Localised> = reactive({})
  const whole: FormContext = {
    ...context,
    regionNames,
    regions: async (code) => {
      const node = await context.regions(code)
      for (const each of [node, ...node.path, ...node.children]) if (each.code) regionNames[each.code] = each.name
      return node
    },
  }
  provide(KEY, whole)
  return whole
}

export function useForm(): FormContext {
  const context = inject(KEY)
  if (!context) throw new Error('a question stands outside of a form')
  return context
}

/** What a question of kind code or codes knows, by which answers are shown; a retired code is no longer offered. */
export function optionsOf(question: Question, codeLists: Record<string, CodeList>): (Option & { retired?: boolean })[] {
  if (question.options) return question.options
  const list = question.codeList ? codeLists[question.codeList] : undefined
  return (list?.items ?? []).map((item) => ({ code: item.code, label: item.name, ...(item.retired ? { retired: true } : {}) }))
}

/** What is on offer, and what was answered although it is not any more. */
export function offeredOf(question: Question, codeLists: Record<string, CodeList>, answer: Json | undefined): Option[] {
  const chosen: unknown[] = Array.isArray(answer) ? answer : [answer]
  return optionsOf(question, codeLists).filter((option) => !option.retired || chosen.includes(option.code))
}

export interface FieldProps {
  id: string
  question: Question
  modelValue: Json | undefined
  describedBy: string | undefined
  invalid: boolean
}
