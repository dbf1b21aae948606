import type { Manifest } from './types'

/** A place in the editor that a finding, a link or a click leads to. */
export interface Place {
  part: string
  question?: string
}

/** The part of the editor that edits title, purpose, area and dates. */
export const BASICS = 'basics'

/**
 * Finds the place a path of a finding speaks of. Both a JSON pointer (`/components/1/pages/0/questions/2/label`) and a path of
 * ids (`ask/q1`, `ask.q1`) lead there; what leads nowhere leads to the basics.
 */
export function placeOf(manifest: Manifest, path: string): Place {
  const steps = path.split(/[/.[\]]/).filter(step => step !== '' && step !== '$')
  let node: unknown = manifest
  const place: Place = { part: BASICS }
  for (const step of steps) {
    node = child(node, step)
    if (isObject(node) && typeof node.id === 'string') {
      if (manifest.components.some(component => component === node)) place.part = node.id
      else if (typeof node.kind === 'string') place.question = node.id
    }
  }
  return place.part === BASICS ? byIds(manifest, steps) : withQuestionById(manifest, place, steps)
}

/**
 * The box within that place which a path speaks of, as the editors name theirs (`data-box`): what follows the component or the question,
 * without the language. Empty for a path that is no JSON pointer.
 */
export function boxOf(manifest: Manifest, path: string): string {
  if (!path.startsWith('/')) return ''
  const steps = path.split('/').slice(1)
  const component = steps[0] === 'components' ? manifest.components[Number(steps[1])] : undefined
  if (steps[0] === 'components' && component === undefined) return ''
  const inQuestion = component?.kind === 'form' && steps[2] === 'pages' && steps[4] === 'questions' && steps[5] !== undefined
  return steps.slice(component === undefined ? 0 : inQuestion ? 6 : 2).filter((step, at, all) => at < all.length - 1 || (step !== 'zh' && step !== 'en')).join('/')
}

function child(node: unknown, step: string): unknown {
  if (Array.isArray(node)) return /^\d+$/.test(step) ? node[Number(step)] : node.find(entry => isObject(entry) && entry.id === step)
  return isObject(node) ? node[step] : undefined
}

function byIds(manifest: Manifest, steps: string[]): Place {
  const component = manifest.components.find(candidate => steps.includes(candidate.id))
  if (component === undefined) {
    for (const form of manifest.components) {
      if (form.kind !== 'form') continue
      const question = form.pages.flatMap(page => page.questions).find(q => steps.includes(q.id))
      if (question !== undefined) return { part: form.id, question: question.id }
    }
    return { part: BASICS }
  }
  return withQuestionById(manifest, { part: component.id }, steps)
}

function withQuestionById(manifest: Manifest, place: Place, steps: string[]): Place {
  if (place.question !== undefined) return place
  const form = manifest.components.find(component => component.id === place.part)
  if (form?.kind !== 'form') return place
  const question = form.pages.flatMap(page => page.questions).find(q => steps.includes(q.id))
  return question === undefined ? place : { ...place, question: question.id }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
