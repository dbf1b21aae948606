import { answersIn } from '../criterion/model'
import type { Component, ComponentKind, Criterion, FormComponent, Localised, Manifest, Page, Question } from './types'

const FIRST_PAGE: Localised = { zh: '请您回答', en: 'Your answers' }

/** A copy that can be changed freely; manifests are plain JSON. */
export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

export function componentOf(manifest: Manifest, id: string): Component | undefined {
  return manifest.components.find(component => component.id === id)
}

export function formsOf(manifest: Manifest): FormComponent[] {
  return manifest.components.filter((component): component is FormComponent => component.kind === 'form')
}

export function questionsOf(form: FormComponent): Question[] {
  return form.pages.flatMap(page => page.questions)
}

/** The first id of the shape `q7` that nothing in the form bears yet; ids of removed questions are not looked at. */
export function freeId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  let n = 1
  while (used.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}

/** All ids that a new question or column of a form must not have, so that rules within rows mean one thing. */
export function takenIds(form: FormComponent): string[] {
  return questionsOf(form).flatMap(question => [question.id, ...(question.columns ?? []).map(column => column.id)])
}

/** What a calculation takes, by the question or table it is of. */
export function operandsOf(question: Question): string[] {
  return Object.values(question.calculate ?? {}).flat().map(name => name.split('.')[0]!)
}

/** A question of a form, or a column of one of its tables. */
export function findQuestion(form: FormComponent, id: string, table?: string): Question | undefined {
  const all = questionsOf(form)
  return table === undefined ? all.find(question => question.id === id) : all.find(question => question.id === table)?.columns?.find(column => column.id === id)
}

export function questionId(manifest: Manifest, element?: string): string {
  const taken = formsOf(manifest).flatMap(takenIds)
  const last = element?.split(/[/.]/).pop()
  return last !== undefined && !taken.includes(last) ? last : freeId(last ?? 'q', taken)
}

/** Puts a question behind another one of the same form, or at the end of the last page. */
export function insertQuestion(form: FormComponent, question: Question, after?: string): void {
  const page = form.pages.find(candidate => candidate.questions.some(q => q.id === after)) ?? form.pages.at(-1)
  if (page === undefined) {
    form.pages.push({ id: 'p1', title: { ...FIRST_PAGE }, questions: [question] })
    return
  }
  const at = page.questions.findIndex(q => q.id === after)
  page.questions.splice(at < 0 ? page.questions.length : at + 1, 0, question)
}

/** Puts a question at a place of a page, the last when there are fewer. */
export function placeQuestion(form: FormComponent, question: Question, pageId: string, index: number): void {
  form.pages.find(page => page.id === pageId)?.questions.splice(index, 0, question)
}

export function removeQuestion(form: FormComponent, id: string): void {
  for (const page of form.pages) page.questions = page.questions.filter(question => question.id !== id)
}

/** Moves a question one place up or down, over the edge of a page into the next one. */
export function stepQuestion(form: FormComponent, id: string, by: -1 | 1): boolean {
  const pageAt = form.pages.findIndex(page => page.questions.some(question => question.id === id))
  const page = form.pages[pageAt]
  if (page === undefined) return false
  const at = page.questions.findIndex(question => question.id === id)
  const target = at + by
  if (target >= 0 && target < page.questions.length) {
    page.questions.splice(target, 0, ...page.questions.splice(at, 1))
    return true
  }
  const neighbour = form.pages[pageAt + by]
  if (neighbour === undefined) return false
  const [question] = page.questions.splice(at, 1)
  neighbour.questions.splice(by > 0 ? 0 : neighbour.questions.length, 0, question!)
  return true
}

/** Drops a question at a place of a page, counted before it was taken out. */
export function moveQuestion(form: FormComponent, id: string, toPage: string, toIndex: number): boolean {
  const from = form.pages.find(page => page.questions.some(question => question.id === id))
  const to = form.pages.find(page => page.id === toPage)
  if (from === undefined || to === undefined) return false
  const at = from.questions.findIndex(question => question.id === id)
  const index = from === to && at < toIndex ? toIndex - 1 : toIndex
  if (from === to && at === index) return false
  const [question] = from.questions.splice(at, 1)
  to.questions.splice(index, 0, question!)
  return true
}

export function addPage(form: FormComponent, title: Localised): Page {
  const page: Page = { id: freeId('p', form.pages.map(p => p.id)), title, questions: [] }
  form.pages.push(page)
  return page
}

/** Takes a page away; its questions go to the page before it, or after it, so that none is lost. */
export function removePage(form: FormComponent, id: string): void {
  const at = form.pages.findIndex(page => page.id === id)
  if (at < 0 || form.pages.length < 2) return
  const [page] = form.pages.splice(at, 1)
  const heir = form.pages[Math.max(0, at - 1)]!
  if (at === 0) heir.questions.unshift(...page!.questions)
  else heir.questions.push(...page!.questions)
}

/** The questions that are asked before this one: only they may decide whether it is shown. */
export function questionsBefore(form: FormComponent, id: string): Question[] {
  const all = questionsOf(form)
  const at = all.findIndex(question => question.id === id)
  return at < 0 ? all : all.slice(0, at)
}

/** The questions whose display or checks look at this one, so that removing it can name them. */
export function dependants(form: FormComponent, id: string): Question[] {
  const looksAt = (criterion: Criterion | undefined) => answersIn(criterion).includes(id)
  const dependsOn = (question: Question): boolean => looksAt(question.visible) || (question.constraints ?? []).some(c => looksAt(c.criterion))
    || operandsOf(question).includes(id) || question.countFrom === id || (question.columns ?? []).some(dependsOn)
  return questionsOf(form).filter(question => question.id !== id && dependsOn(question))
}

export function addComponent(manifest: Manifest, kind: ComponentKind): Component {
  const id = freeId(kind, manifest.components.map(component => component.id))
  const audience = manifest.components.find(component => component.kind === 'audience')?.id
  const form = formsOf(manifest)[0]?.id
  const component = blank(kind, id, audience, form)
  manifest.components.push(component)
  return component
}

/**
 * What somebody begins with who wants no template: everybody who lives in the region, a form without questions, its board. Purpose and
 * questions are left to be filled, which the check says.
 */
export function blankManifest(title: Localised, department: string, region: string): Manifest {
  const manifest: Manifest = { manifest: 1, title, department: department as Manifest['department'], purpose: { zh: '', basis: '' }, region, components: [] }
  for (const kind of ['audience', 'form', 'board'] as const) addComponent(manifest, kind)
  return manifest
}

function blank(kind: ComponentKind, id: string, audience?: string, form?: string): Component {
  switch (kind) {
    case 'audience': return { id, kind, relation: 'resides-in', criterion: { all: [] } }
    case 'form': return { id, kind, audience: audience ?? '', title: { zh: '', en: '' }, pages: [{ id: 'p1', title: { ...FIRST_PAGE }, questions: [] }] }
    case 'notice': return { id, kind, audience: audience ?? '', title: { zh: '', en: '' }, text: { zh: '', en: '' } }
    case 'board': return { id, kind, form: form ?? '', relation: 'resides-in' }
    case 'visit': return { id, kind, form: form ?? '', after: 3, reasons: ['no-answer', 'no-phone', 'asked-for-help'] }
  }
}

/** A component that another one refers to stays until that other one is gone or points elsewhere. */
export function removable(manifest: Manifest, id: string): boolean {
  return !manifest.components.some(other => other.id !== id
    && (('audience' in other && other.audience === id) || ('form' in other && other.form === id)))
}

export function removeComponent(manifest: Manifest, id: string): void {
  manifest.components = manifest.components.filter(component => component.id !== id)
}

/** Whether two pieces of a manifest say the same, whatever the order of their members. */
export function isEqual(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => typeof v === 'object' && v !== null && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([x], [y]) => x < y ? -1 : 1))
    : v) ?? ''
}
