import { computed, readonly, shallowRef, type Ref } from 'vue'
import { copy } from '../manifest/edit'
import type { Manifest } from '../manifest/types'
import { History } from './history'

/** Where a draft is kept and fetched; the editor knows nothing of HTTP. */
export interface DraftDoor {
  save(manifest: Manifest, revision: number): Promise<{ revision: number }>
  load(): Promise<{ manifest: Manifest; revision: number }>
}

/** What may be refused when saving. Everything that is none of these counts as a lost connection and is tried again. */
export type SaveFault = 'conflict' | 'signedOut' | 'gone' | 'refused'

/** Thrown by a `DraftDoor` when the server answered, but did not save. */
export class NotSaved extends Error {
  constructor(readonly fault: SaveFault, message: string) {
    super(message)
  }
}

/** A copy on the device for what has not reached the server yet. */
export interface DraftShelf {
  put(copy: { manifest: Manifest; revision: number }): void
  take(): { manifest: Manifest; revision: number } | undefined
  clear(): void
}

/** Steps of a draft that is left for another page, for as long as nobody has saved another state since. */
export interface DraftMemory {
  take(revision: number): History<Manifest> | undefined
  keep(history: History<Manifest>, revision: number): void
}

/** Remembers the steps of the draft left last, in this page's memory only. */
export function draftMemory(): (application: string) => DraftMemory {
  let last: { application: string; history: History<Manifest>; revision: number } | undefined
  return (application) => ({
    take(revision) {
      const found = last?.application === application && last.revision === revision ? last.history : undefined
      last = undefined
      return found
    },
    keep(history, revision) {
      last = { application, history, revision }
    },
  })
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | SaveFault

export interface DraftConflict {
  theirs: Manifest
  revision: number
}

const RETRY_AFTER = [1000, 2000, 5000, 10_000, 30_000]

/**
 * A draft that saves itself. Every change is a step that can be undone; a save names the revision it started from, and when
 * somebody else saved in between the officer chooses. Whichever side is not chosen stays one undo away.
 */
export function useDraft(start: { manifest: Manifest; revision: number }, door: DraftDoor, shelf: DraftShelf, delay = 800, memory?: DraftMemory) {
  const history = memory?.take(start.revision) ?? new History<Manifest>(start.manifest)
  const manifest: Ref<Manifest> = shallowRef(history.present)
  const steps = shallowRef(0)
  const state = shallowRef<SaveState>('saved')
  const fault = shallowRef<string>()
  const conflict = shallowRef<DraftConflict>()
  const savedAt = shallowRef<Date>()
  const recovered = shallowRef(false)

  let revision = start.revision
  let saved: Manifest = history.present
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let closed = false

  function show() {
    manifest.value = history.present
    steps.value++
  }

  /** Changes the draft; consecutive changes under one key within a moment are one step for undo. */
  function change(edit: (draft: Manifest) => void, mergeKey?: string) {
    const next = copy(history.present)
    edit(next)
    history.step(next, mergeKey)
    show()
    schedule()
  }

  function undo() {
    if (history.undo()) { show(); schedule() }
  }

  function redo() {
    if (history.redo()) { show(); schedule() }
  }

  function schedule(after = delay) {
    if (history.present === saved) {
      clearTimeout(timer)
      if (running === undefined && conflict.value === undefined) { state.value = 'saved'; shelf.clear() }
      return
    }
    shelf.put({ manifest: history.present, revision })
    if (conflict.value !== undefined || closed) return
    if (running === undefined && state.value !== 'offline') state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(() => void save(), after)
  }

  /** Resolves when all that was changed is saved, or is known not to be. */
  async function save(): Promise<boolean> {
    clearTimeout(timer)
    while (running !== undefined) await running
    if (conflict.value !== undefined) return false
    if (history.present === saved) return true
    running = attempt().finally(() => { running = undefined })
    await running
    if (history.present !== saved && state.value === 'saved') {
      state.value = 'waiting'
      schedule()
    }
    return history.present === saved
  }

  async function attempt() {
    const sending = history.present
    state.value = 'saving'
    try {
      const answer = await door.save(sending, revision)
      revision = answer.revision
      saved = sending
      failures = 0
      fault.value = undefined
      savedAt.value = new Date()
      state.value = 'saved'
      if (history.present === sending) shelf.clear()
    } catch (error) {
      await refused(error)
    }
  }

  async function refused(error: unknown) {
    if (!(error instanceof NotSaved)) {
      state.value = 'offline'
      if (!closed) timer = setTimeout(() => void save(), RETRY_AFTER[Math.min(failures++, RETRY_AFTER.length - 1)])
      return
    }
    fault.value = error.message
    if (error.fault !== 'conflict') {
      state.value = error.fault
      return
    }
    try {
      const theirs = await door.load()
      conflict.value = { theirs: theirs.manifest, revision: theirs.revision }
      state.value = 'conflict'
    } catch {
      state.value = 'offline'
      if (!closed) timer = setTimeout(() => void save(), RETRY_AFTER[0])
    }
  }

  /** Goes on with what the other officer saved; undo brings the own state back. */
  function takeTheirs() {
    const other = conflict.value
    if (other === undefined) return
    conflict.value = undefined
    revision = other.revision
    saved = other.theirs
    history.step(other.theirs)
    show()
    state.value = 'saved'
    shelf.clear()
  }

  /** Saves the own state over the other officer's, which stays one undo away. */
  function keepMine(): Promise<boolean> {
    const other = conflict.value
    if (other === undefined) return Promise.resolve(true)
    const mine = history.present
    conflict.value = undefined
    revision = other.revision
    saved = other.theirs
    history.step(other.theirs)
    history.step(mine)
    show()
    return save()
  }

  /** Takes up what a tab that was closed, or a session that ended, left on this device. */
  async function recover() {
    const left = shelf.take()
    if (left === undefined || JSON.stringify(left.manifest) === JSON.stringify(history.present)) {
      shelf.clear()
      return
    }
    const server = { theirs: history.present, revision }
    history.step(left.manifest)
    show()
    recovered.value = true
    if (left.revision === revision) {
      await save()
    } else {
      conflict.value = server
      state.value = 'conflict'
    }
  }

  /** Saves what is left and stops trying; for leaving the page. */
  function close() {
    void save().then((all) => {
      if (all) memory?.keep(history, revision)
    })
    closed = true
  }

  return {
    manifest: readonly(manifest) as Readonly<Ref<Manifest>>,
    state: readonly(state),
    fault: readonly(fault),
    savedAt: readonly(savedAt),
    conflict: readonly(conflict) as Readonly<Ref<DraftConflict | undefined>>,
    recovered: readonly(recovered),
    canUndo: computed(() => steps.value >= 0 && history.canUndo),
    canRedo: computed(() => steps.value >= 0 && history.canRedo),
    change, undo, redo, save, takeTheirs, keepMine, recover, close,
    revision: () => revision,
  }
}

export type Draft = ReturnType<typeof useDraft>
