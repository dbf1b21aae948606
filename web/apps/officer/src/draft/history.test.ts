import { describe, expect, it } from 'vitest'
import { History } from './history'

describe('steps', () => {
  it('go back and forward', () => {
    const history = new History('a')
    history.step('b')
    history.step('c')
    expect(history.undo()).toBe(true)
    expect(history.present).toBe('b')
    expect(history.undo()).toBe(true)
    expect(history.undo()).toBe(false)
    expect(history.present).toBe('a')
    history.redo()
    expect(history.present).toBe('b')
  })

  it('of one word are one', () => {
    const history = new History('')
    history.step('年', 'title', 0)
    history.step('年龄', 'title', 500)
    history.step('年龄段', 'title', 1200)
    history.undo()
    expect(history.present).toBe('')
  })

  it('of other fields, or after a pause, are several', () => {
    const history = new History('0')
    history.step('1', 'title', 0)
    history.step('2', 'hint', 100)
    history.step('3', 'hint', 5000)
    history.undo()
    expect(history.present).toBe('2')
    history.undo()
    expect(history.present).toBe('1')
  })

  it('forward are gone once something else is done', () => {
    const history = new History('a')
    history.step('b')
    history.undo()
    history.step('c')
    expect(history.canRedo).toBe(false)
  })

  it('do not join across an undo', () => {
    const history = new History('a')
    history.step('b', 'title', 0)
    history.undo()
    history.step('c', 'title', 100)
    history.undo()
    expect(history.present).toBe('a')
  })

  it('are bounded', () => {
    const history = new History(0, 3)
    for (let n = 1; n <= 10; n++) history.step(n)
    while (history.undo());
    expect(history.present).toBe(7)
  })
})
