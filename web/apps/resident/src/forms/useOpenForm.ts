import { onScopeDispose, ref, shallowRef } from 'vue'
import { newUuid, Problem, residentApi, Unreachable, type Answers, type Draft, type FilledForm, type FormPlace, type Receipt, type SubmitForm, type UploadedFile } from '@hutong/api'
import type { Typing } from '@hutong/form-ui'
import { takeForm } from '../session/early'
import { useSession } from '../session/session'
import { mergeAnswers, sameTyping } from './merge'
import { dropTyping, keepTyping, keptTyping, type Kept } from './typingStore'
import { otherWindows } from './windows'

/** How long a person has to pause before the server is told. */
const PAUSE = 900

/** Where the typing is safe: on the server, on this device, or not yet. */
export type Saved = 'none' | 'saving' | 'server' | 'device'

/** What became of a submission; everything but a receipt leaves the typing as it is. */
export type Outcome =
  | { kind: 'receipt'; submission: string }
  | { kind: 'invalid'; problem: Problem }
  | { kind: 'conflict'; fresh: FilledForm; problem: Problem }
  | { kind: 'version'; fresh: FilledForm }
  | { kind: 'expired' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: Problem }

/** One form of one person between the screen, the device, other windows and the server. */
export function useOpenForm(place: FormPlace) {
  const session = useSession()
  const owner = session.owner ?? ''
  const opened = shallowRef<FilledForm>()
  const typing = shallowRef<Typing>({ answers: {}, confirmed: [] })
  /** Typing from elsewhere that the screen has to take over. */
  const incoming = shallowRef<Typing>()
  /** Another device changed the same questions: the person chooses. */
  const rival = shallowRef<Draft>()
  const submittedElsewhere = ref<string>()
  /** The form is not this resident's to fill any more: the mandate or the form itself has ended. */
  const gone = ref(false)
  const saved = ref<Saved>('none')
  const savedAt = ref<string>()

  /** What the server has, and since when. */
  let base: string | undefined
  let baseAnswers: Answers = {}
  let sent: Kept['sent']
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const windows = otherWindows(owner, place, (news) => {
    if (news.kind === 'submitted') submittedElsewhere.value = news.submission
    else if (news.kind === 'saved') base = news.savedAt
    else if (!sameTyping(news.typing, typing.value)) take(news.typing)
  })

  /** What the screen has just been given to take over, and will tell back. */
  let echo: Typing | undefined

  function take(next: Typing): void {
    typing.value = next
    incoming.value = next
    echo = next
  }

  const keep = (unsent: boolean): Promise<void> =>
    owner ? keepTyping(owner, place, { ...typing.value, version: opened.value?.version ?? 0, base, baseAnswers, unsent, sent }) : Promise.resolve()

  /** The draft of the server, with what this device has beyond it. */
  async function open(): Promise<FilledForm> {
    const [fresh, kept] = await Promise.all([takeForm(place), owner ? keptTyping(owner, place) : undefined])
    const theirs = fresh.draft?.answers ?? {}
    const answers = !kept?.unsent ? theirs : kept.base === fresh.draft?.savedAt ? kept.answers : (mergeAnswers(kept.baseAnswers, kept.answers, theirs) ?? { ...theirs, ...kept.answers })
    sent = kept?.sent
    base = fresh.draft?.savedAt
    baseAnswers = theirs
    typing.value = { answers, confirmed: kept?.confirmed ?? [] }
    savedAt.value = base
    saved.value = kept?.unsent ? 'device' : base ? 'server' : 'none'
    opened.value = fresh
    if (kept?.unsent && !fresh.submitted) schedule()
    return fresh
  }

  async function send(keepalive = false): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (!opened.value || rival.value) return
    const mine = ++turn
    const answers = typing.value.answers
    saved.value = 'saving'
    try {
      const answer = await residentApi.saveDraft(place, { version: opened.value.version, answers, goesOnFrom: base }, { keepalive })
      base = answer.savedAt
      baseAnswers = answers
      savedAt.value = answer.savedAt
      windows.tell({ kind: 'saved', savedAt: answer.savedAt })
      if (mine !== turn) return
      saved.value = 'server'
      await keep(false)
    } catch (error) {
      if (mine === turn) saved.value = 'device'
      if (error instanceof Problem) notSaved(error)
    }
  }

  function notSaved(problem: Problem): void {
    if (problem.signedOut) session.expire()
    else if (problem.status === 404) gone.value = true
    else if (problem.code === 'already-answered') submittedElsewhere.value = (problem.extra.receipt as Receipt | undefined)?.submission
    else if (problem.code === 'draft-changed') {
      const theirs = problem.extra.draft as Draft
      const merged = mergeAnswers(baseAnswers, typing.value.answers, theirs.answers)
      if (!merged) rival.value = theirs
      else {
        base = theirs.savedAt
        baseAnswers = theirs.answers
        take({ answers: merged, confirmed: typing.value.confirmed })
        schedule()
      }
    }
  }

  /** The person chose between what was typed here and what was typed elsewhere. */
  function choose(which: 'mine' | 'theirs'): void {
    const theirs = rival.value
    if (!theirs) return
    rival.value = undefined
    base = theirs.savedAt
    baseAnswers = theirs.answers
    if (which === 'theirs') take({ answers: theirs.answers, confirmed: typing.value.confirmed })
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), PAUSE)
  }

  /** Called in every pause of typing: the device at once, the server later. A long form is compared only with what may come back unchanged: it costs a frame on a slow phone. */
  function typed(next: Typing): void {
    const told = echo && sameTyping(next, echo)
    echo = undefined
    if (told) return
    typing.value = next
    turn++
    void keep(true)
    windows.tell({ kind: 'typed', typing: next })
    if (session.current) schedule()
    else saved.value = 'device'
  }

  /** Sends a file for a question; a lost sign-in is said like any other. */
  async function upload(question: string, file: Blob, name: string, options: { onProgress?: (part: number) => void; signal?: AbortSignal }): Promise<UploadedFile> {
    try {
      return await residentApi.upload(place, question, file, name, options)
    } catch (error) {
      if (error instanceof Problem && error.signedOut) session.expire()
      if (error instanceof Problem && error.status === 404) gone.value = true
      throw error
    }
  }

  async function submit(body: SubmitForm): Promise<Outcome> {
    clearTimeout(timer)
    timer = undefined
    turn++
    const content = JSON.stringify(body)
    if (sent?.body !== content) sent = { key: newUuid(), body: content }
    await keep(true)
    try {
      const receipt = await residentApi.submit(place, sent.key, body)
      return await received(receipt.submission)
    } catch (error) {
      if (error instanceof Problem && !error.signedOut) return refused(error)
      saved.value = 'device'
      if (error instanceof Unreachable) return { kind: 'unreachable' }
      if (!(error instanceof Problem)) throw error
      session.expire()
      return { kind: 'expired' }
    }
  }

  async function received(submission: string): Promise<Outcome> {
    if (owner) await dropTyping(owner, place)
    windows.tell({ kind: 'submitted', submission })
    return { kind: 'receipt', submission }
  }

  async function refused(problem: Problem): Promise<Outcome> {
    schedule()
    if (problem.code === 'already-answered') return received((problem.extra.receipt as Receipt).submission)
    if (problem.status === 404) gone.value = true
    if (problem.code === 'invalid-answers') return { kind: 'invalid', problem }
    if (problem.code !== 'value-changed' && problem.code !== 'version-changed') return { kind: 'refused', problem }
    const fresh = await residentApi.form(place).catch(() => undefined)
    if (!fresh) return { kind: 'unreachable' }
    opened.value = fresh
    return problem.code === 'value-changed' ? { kind: 'conflict', fresh, problem } : { kind: 'version', fresh }
  }

  const leaving = (): void => {
    if (timer && document.visibilityState === 'hidden' && session.current) void send(true)
  }
  const back = (): void => {
    if (saved.value === 'device' && session.current) schedule()
  }
  document.addEventListener('visibilitychange', leaving)
  window.addEventListener('online', back)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', leaving)
    window.removeEventListener('online', back)
    if (timer && session.current) void send(true)
    clearTimeout(timer)
    windows.close()
  })

  return { opened, typing, incoming, rival, submittedElsewhere, gone, saved, savedAt, open, typed, choose, upload, submit }
}
