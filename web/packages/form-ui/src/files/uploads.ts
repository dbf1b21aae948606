import { onScopeDispose, reactive } from 'vue'
import { Problem, type UploadedFile } from '@hutong/api'
import { smaller } from './picture'

/** Takes a file for a question; refusals are thrown as `Problem`, anything else counts as a lost connection. */
export type Send = (question: string, file: Blob, name: string, options: { onProgress?: (part: number) => void; signal?: AbortSignal }) => Promise<UploadedFile>

/** A file that is not the answer yet. */
export interface UnderWay {
  state: 'preparing' | 'sending' | 'waiting' | 'refused'
  /** From 0 to 100. */
  part: number
  /** Where the page shows it from while it is here only; undefined for what is no picture. */
  preview: string | undefined
  /** Why it was refused, in words. */
  why: string
}

export interface Uploads {
  /** What is under way for a question. */
  underWay: (question: string) => UnderWay | undefined
  /** Sends a file; whatever was under way for the question is dropped. A photo is made smaller first. */
  start: (question: string, file: Blob, name: string) => Promise<void>
  retry: (question: string) => void
  drop: (question: string) => void
  /** Where an uploaded file is read. */
  url: (file: string) => string
  /** What is known of a file that was uploaded on this page. */
  known: (file: string) => UploadedFile | undefined
  /** Whether a file is on this device only and goes out with the form. */
  here: (file: string) => boolean
}

const FIRST_PAUSE = 3_000
const LONGEST_PAUSE = 60_000

/** Files of one form between the person and the server: they outlive the page of the form on which they were chosen, and lost connections. */
export function useUploads(send: Send, url: (file: string) => string, answer: (question: string, file: string) => void, here: (file: string) => boolean = () => false): Uploads {
  const states = reactive(new Map<string, UnderWay>())
  const files = new Map<string, { blob: Blob; name: string; stop: AbortController; timer?: ReturnType<typeof setTimeout>; pause: number }>()
  const known = new Map<string, UploadedFile>()

  function drop(question: string): void {
    const file = files.get(question)
    file?.stop.abort()
    clearTimeout(file?.timer)
    files.delete(question)
    const preview = states.get(question)?.preview
    if (preview) URL.revokeObjectURL(preview)
    states.delete(question)
  }

  async function start(question: string, given: Blob, name: string): Promise<void> {
    drop(question)
    const file = { blob: given, name, stop: new AbortController(), pause: FIRST_PAUSE }
    files.set(question, file)
    states.set(question, { state: 'preparing', part: 0, preview: undefined, why: '' })
    const small = await smaller(given, name)
    if (files.get(question) !== file) return
    Object.assign(file, { blob: small.blob, name: small.name })
    states.get(question)!.preview = small.blob.type.startsWith('image/') ? URL.createObjectURL(small.blob) : undefined
    await attempt(question)
  }

  async function attempt(question: string): Promise<void> {
    const file = files.get(question)
    const state = states.get(question)
    if (!file || !state) return
    clearTimeout(file.timer)
    Object.assign(state, { state: 'sending', part: 0, why: '' })
    try {
      const taken = await send(question, file.blob, file.name, { signal: file.stop.signal, onProgress: (part) => (state.part = Math.round(part * 100)) })
      if (files.get(question) !== file) return
      known.set(taken.id, taken)
      answer(question, taken.id)
      drop(question)
    } catch (error) {
      if (files.get(question) !== file) return
      if (error instanceof Problem && !error.signedOut && error.status < 500) {
        Object.assign(state, { state: 'refused', why: error.errors[0]?.message || error.detail || error.title })
        return
      }
      state.state = 'waiting'
      file.timer = setTimeout(() => void attempt(question), file.pause)
      file.pause = Math.min(file.pause * 2, LONGEST_PAUSE)
    }
  }

  const back = (): void => {
    for (const [question, { state }] of states) if (state === 'waiting') void attempt(question)
  }
  window.addEventListener('online', back)
  onScopeDispose(() => {
    window.removeEventListener('online', back)
    for (const question of [...files.keys()]) drop(question)
  })

  return { underWay: (question) => states.get(question), start, retry: (question) => void attempt(question), drop, url, known: (file) => known.get(file), here }
}
