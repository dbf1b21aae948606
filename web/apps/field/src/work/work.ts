import type { Answers, FilledForm, Localised, SubmitForm } from '@hutong/api'
import type { Task } from '../api'
import type { Typing } from '@hutong/form-ui'
import type { Spoken } from '@hutong/form-ui/spoken'

/** A photo or a document for a question; its id on this phone is the answer until the server has one. */
export interface Photo {
  question: string
  name: string
  /** The server's id, once it has taken the file. */
  server?: string
}

/** Why the server did not take it, as it said it. */
export interface Refusal {
  status: number
  code: string
  title: string
  detail?: string
  errors: { path: string; code: string; message: string }[]
}

/** One form of one person that an account fills in: begun, or submitted and waiting to be sent. */
export interface Work {
  login: string
  post: string
  application: string
  form: string
  person: string
  name: string
  title: Localised
  means: Spoken
  /** The form as it was when the typing began; the server sees by it what has changed since. */
  opened: FilledForm
  typing: Typing
  step: string
  photos: Record<string, Photo>
  /** When something was typed last. */
  at: string
  submitted?: { key: string; body: SubmitForm & { verified: string[] }; at: string }
  refusal?: Refusal
}

export const nameOf = ({ login, application, form, person }: Pick<Work, 'login' | 'application' | 'form' | 'person'>): string => `work|${login}|${application}|${form}|${person}`

/** Why somebody is on the list, as it stands: a phone may have been told since. */
export const reasonOf = ({ reason, askedForHelp, phoneMasked }: Pick<Task, 'reason' | 'askedForHelp' | 'phoneMasked'>): string =>
  askedForHelp ? 'asked-for-help' : reason === 'no-phone' && phoneMasked ? 'has-phone' : reason

export const waits = (work: Work): boolean => work.submitted !== undefined && work.refusal === undefined

/** The photos that the answers name and the server does not have yet, as [id, photo]. */
export function unsent(work: Work): [string, Photo][] {
  const said = new Set(Object.values(work.submitted?.body.answers ?? {}))
  return Object.entries(work.photos).filter(([id, photo]) => photo.server === undefined && said.has(id))
}

/** Answers as the server knows them: its own ids in the place of those of this phone. */
export function withServerIds(answers: Answers, photos: Record<string, Photo>): Answers {
  return Object.fromEntries(Object.entries(answers).map(([question, answer]) => [question, (typeof answer === 'string' && photos[answer]?.server) || answer]))
}

/** Without what the server no longer has: a file that waited too long is uploaded again. Undefined when nothing of that is the matter. */
export function withoutGone(work: Work, refusal: Refusal): Work | undefined {
  const gone = new Set(refusal.errors.filter(({ code }) => code === 'file-gone').map(({ path }) => path))
  const again = Object.entries(work.photos).filter(([, photo]) => photo.server !== undefined && gone.has(photo.question))
  if (again.length === 0) return undefined
  return { ...work, photos: { ...work.photos, ...Object.fromEntries(again.map(([id, { question, name }]) => [id, { question, name }])) } }
}
