import { onScopeDispose, ref, shallowRef } from 'vue'
import { Problem, residentApi, Unreachable, type FilledForm, type SubmitForm } from '@hutong/api'
import type { Typing } from '@hutong/form-ui'
import { dropTyping, keepTyping, keptTyping, type Kept } from './typingStore'
import { otherWindows } from './windows'
import { useSession } from '../session/session'

const PAUSE = 900

/** Where the typing is safe: on the server, on this device, or not yet. */
export type Saved = 'none' | 'saving' | 'server' | 'device'

/** What became of a submission; everything but a receipt leaves the typing as it is. */
export type Outcome =
  | { kind: 'receipt'; submission: string }
  | { kind: 'invalid'; problem: Problem }
  | { kind: 'conflict'; fresh: FilledForm; questions: string[] }
  | { kind: 'version'; fresh: FilledForm }
  | { kind: 'expired' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: Problem }

const same = (a: Typing, b: Typing): boolean => JSON.stringify([a.answers, [...a.confirmed].sort()]) === JSON.stringify([b.answers, [...b.confirmed].sort()])

/** One form of one person between the screen, the device, other windows and the server. */
export function useOpenForm(application: string, form: string) {
  const session = useSession()
  const opened = shallowRef<FilledForm>()
  const typing = shallowRef<Typing>({ answers: {}, confirmed: [] })
  const saved = ref<Saved>('none')
  const savedAt = ref<string>()
  const elsewhere = shallowRef<Typing>()
  const submittedElsewhere = ref<string>()
  const owner = session.owner ?? ''

  let base: string | undefined
  let sent: Kept['sent']
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const windows = otherWindows(owner, application, form, {
    typed(next) {
      if (same(next, typing.value)) return
      typing.value = next
      elsewhere.value = next
    },
    submitted(submission) {
      submittedElsewhere.value = submission
    },
  })

  const keep = (unsent: boolean): Promise<void> =>
    owner ? keepTyping(owner, application, form, { ...typing.value, version: opened.value?.version ?? 0, base, unsent, sent }) : Promise.resolve()

  /** The draft of the server, with what this device has beyond it. */
  async function open(): Promise<FilledForm> {
    const [fresh, kept] = await Promise.all([residentApi.form(application, form), owner ? keptTyping(owner, application, form) : undefined])
    base = fresh.draft?.savedAt
    sent = kept?.sent
    const fromServer = fresh.draft?.answers ?? {}
    const answers = kept?.unsent ? (kept.base === base ? kept.answers : { ...fromServer, ...kept.answers }) : fromServer
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
    if (!opened.value) return
    const mine = ++turn
    saved.value = 'saving'
    try {
      const answer = await residentApi.saveDraft(application, form, opened.value.version, typing.value.answers, { keepalive })
      base = answer.savedAt
      if (mine !== turn) return
      savedAt.value = answer.savedAt
      saved.value = 'server'
      await keep(false)
    } catch (error) {
      if (mine === turn) saved.value = 'device'
      if (error instanceof Problem && error.signedOut) session.expire()
    }
  }

  function schedule(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), PAUSE)
  }

  /** Called at every stroke: the device at once, the server after a pause. */
  function typed(next: Typing): void {
    if (same(next, typing.value)) return
    typing.value = next
    turn++
    void keep(true)
    windows.typed(next)
    if (session.current) schedule()
    else saved.value = 'device'
  }

  async function submit(body: SubmitForm): Promise<Outcome> {
    clearTimeout(timer)
    const content = JSON.stringify(body)
    if (sent?.body !== content) sent = { key: crypto.randomUUID?.() ?? uuid(), body: content }
    await keep(true)
    try {
      const receipt = await residentApi.submit(application, form, sent.key, body)
      turn++
      if (owner) await dropTyping(owner, application, form)
      windows.submitted(receipt.submission)
      return { kind: 'receipt', submission: receipt.submission }
    } catch (error) {
      if (error instanceof Unreachable) return { kind: 'unreachable' }
      if (!(error instanceof Problem)) throw error
      if (error.signedOut) {
        session.expire()
        return { kind: 'expired' }
      }
      return refused(error)
    }
  }

  async function refused(problem: Problem): Promise<Outcome> {
    if (problem.code === 'invalid-answers') return { kind: 'invalid', problem }
    if (problem.status !== 409) return { kind: 'refused', problem }
    const fresh = await residentApi.form(application, form).catch(() => undefined)
    if (!fresh) return { kind: 'unreachable' }
    if (fresh.submitted) return { kind: 'receipt', submission: fresh.submitted.submission }
    if (problem.code === 'value-changed') {
      opened.value = fresh
      return { kind: 'conflict', fresh, questions: problem.errors.map((fault) => fault.path) }
    }
    if (problem.code === 'version-changed') {
      opened.value = fresh
      return { kind: 'version', fresh }
    }
    return { kind: 'refused', problem }
  }

  const leaving = (): void => {
    if (timer && document.visibilityState === 'hidden') void send(true)
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
    windows.close()
  })

  return { opened, typing, saved, savedAt, elsewhere, submittedElsewhere, open, typed, submit }
}

/** A random UUID where the browser offers none (pages without TLS). */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
