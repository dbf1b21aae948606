import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Manifest } from '../manifest/types'
import { draftMemory, NotSaved, useDraft, type DraftShelf } from './useDraft'

const titled = (zh: string): Manifest => ({ manifest: 1, title: { zh }, department: 'health', purpose: { zh: '', basis: '' }, components: [] })

function server(first = titled('摸底')) {
  const state = { manifest: first, revision: 1, saves: [] as string[], fail: undefined as Error | undefined }
  return {
    state,
    door: {
      save: vi.fn(async (manifest: Manifest, revision: number) => {
        if (state.fail) throw state.fail
        if (revision !== state.revision) throw new NotSaved('conflict', 'changed')
        state.manifest = manifest
        state.saves.push(manifest.title.zh)
        return { revision: ++state.revision }
      }),
      load: vi.fn(async () => {
        if (state.fail) throw state.fail
        return { manifest: state.manifest, revision: state.revision }
      }),
    },
    /** Somebody else saves. */
    otherwise(zh: string) {
      state.manifest = titled(zh)
      state.revision++
    },
  }
}

function shelf(kept?: { manifest: Manifest; revision: number }) {
  const held = { kept }
  const door: DraftShelf = { put: copy => { held.kept = copy }, take: () => held.kept, clear: () => { held.kept = undefined } }
  return { held, door }
}

const opened = (far = server(), near = shelf()) =>
  ({ far, near, draft: useDraft({ manifest: far.state.manifest, revision: far.state.revision }, far.door, near.door) })
const retitle = (zh: string) => (manifest: Manifest) => { manifest.title.zh = zh }

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('a draft that saves itself', () => {
  it('saves a moment after the last change, once', async () => {
    const { far, draft } = opened()
    draft.change(retitle('摸底一'), 'title')
    draft.change(retitle('摸底一二'), 'title')
    expect(draft.state.value).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1000)
    expect(far.state.saves).toEqual(['摸底一二'])
    expect(draft.state.value).toBe('saved')
  })

  it('does not change the state it started from', () => {
    const { far, draft } = opened()
    draft.change(retitle('别的'))
    expect(far.state.manifest.title.zh).toBe('摸底')
  })

  it('saves what is changed while it saves, with the new revision', async () => {
    const { far, draft } = opened()
    let answer: () => void = () => undefined
    far.door.save.mockImplementationOnce(() => new Promise(resolve => { answer = () => resolve({ revision: ++far.state.revision }) }))
    draft.change(retitle('一'))
    await vi.advanceTimersByTimeAsync(1000)
    draft.change(retitle('二'))
    answer()
    await vi.advanceTimersByTimeAsync(2000)
    expect(far.state.saves).toEqual(['二'])
    expect(far.door.save).toHaveBeenLastCalledWith(expect.anything(), 2)
    expect(draft.state.value).toBe('saved')
  })

  it('asked twice at once saves once', async () => {
    const { far, draft } = opened()
    draft.change(retitle('一'))
    const both = await Promise.all([draft.save(), draft.save()])
    expect(both).toEqual([true, true])
    expect(far.state.saves).toEqual(['一'])
  })

  it('undoes and redoes, and saves that too', async () => {
    const { far, draft } = opened()
    draft.change(retitle('一'))
    draft.undo()
    expect(draft.manifest.value.title.zh).toBe('摸底')
    expect(draft.canRedo.value).toBe(true)
    draft.redo()
    await vi.advanceTimersByTimeAsync(1000)
    expect(far.state.saves).toEqual(['一'])
  })
})

describe('when the connection is lost', () => {
  it('keeps a copy on the device and tries again', async () => {
    const { far, near, draft } = opened()
    far.state.fail = new TypeError('Failed to fetch')
    draft.change(retitle('一'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(draft.state.value).toBe('offline')
    expect(near.held.kept?.manifest.title.zh).toBe('一')
    far.state.fail = undefined
    await vi.advanceTimersByTimeAsync(2000)
    expect(draft.state.value).toBe('saved')
    expect(near.held.kept).toBeUndefined()
  })

  it('takes up what was left behind, where nobody changed anything since', async () => {
    const { far, draft } = opened(server(), shelf({ manifest: titled('关掉之前'), revision: 1 }))
    await draft.recover()
    expect(draft.recovered.value).toBe(true)
    expect(far.state.saves).toEqual(['关掉之前'])
    draft.undo()
    expect(draft.manifest.value.title.zh).toBe('摸底')
  })

  it('asks when somebody changed it since', async () => {
    const far = server()
    far.otherwise('同事的')
    const { draft } = opened(far, shelf({ manifest: titled('关掉之前'), revision: 1 }))
    await draft.recover()
    expect(draft.state.value).toBe('conflict')
    expect(draft.conflict.value?.theirs.title.zh).toBe('同事的')
    await draft.keepMine()
    expect(far.state.saves).toEqual(['关掉之前'])
  })
})

describe('when the session ended', () => {
  it('waits, and saves once signed in again', async () => {
    const { far, draft } = opened()
    far.state.fail = new NotSaved('signedOut', '')
    draft.change(retitle('一'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(draft.state.value).toBe('signedOut')
    expect(far.door.save).toHaveBeenCalledTimes(1)
    far.state.fail = undefined
    await draft.save()
    expect(far.state.saves).toEqual(['一'])
  })
})

describe('when two officers edit the same draft', () => {
  async function inConflict() {
    const all = opened()
    all.far.otherwise('同事的')
    all.draft.change(retitle('我的'))
    await vi.advanceTimersByTimeAsync(1000)
    return all
  }

  it('overwrites nobody', async () => {
    const { far, draft } = await inConflict()
    expect(draft.state.value).toBe('conflict')
    expect(draft.conflict.value?.theirs.title.zh).toBe('同事的')
    expect(far.state.manifest.title.zh).toBe('同事的')
    draft.change(retitle('我的又改'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(far.state.manifest.title.zh).toBe('同事的')
  })

  it('theirs can be taken, and mine is one undo away', async () => {
    const { far, draft } = await inConflict()
    draft.takeTheirs()
    expect(draft.manifest.value.title.zh).toBe('同事的')
    expect(draft.state.value).toBe('saved')
    draft.undo()
    await vi.advanceTimersByTimeAsync(1000)
    expect(far.state.manifest.title.zh).toBe('我的')
  })

  it('mine can be kept, and theirs is one undo away', async () => {
    const { far, draft } = await inConflict()
    expect(await draft.keepMine()).toBe(true)
    expect(far.state.manifest.title.zh).toBe('我的')
    draft.undo()
    await vi.advanceTimersByTimeAsync(1000)
    expect(far.state.manifest.title.zh).toBe('同事的')
  })

  it('undoes what was changed before another page was looked at, unless somebody has saved since', async () => {
    const far = server()
    const memory = draftMemory()
    const open = () => useDraft({ manifest: far.state.manifest, revision: far.state.revision }, far.door, shelf().door, 800, memory('one'))
    const first = open()
    first.change(retitle('摸底一'))
    first.close()
    await vi.runAllTimersAsync()
    const second = open()
    expect(second.manifest.value.title.zh).toBe('摸底一')
    expect(second.canUndo.value).toBe(true)
    second.undo()
    expect(second.manifest.value.title.zh).toBe('摸底')
    await vi.runAllTimersAsync()
    expect(far.state.manifest.title.zh).toBe('摸底')
    second.close()
    await vi.runAllTimersAsync()
    far.otherwise('别人的')
    expect(open().canUndo.value).toBe(false)
  })
})
