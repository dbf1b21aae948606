import { afterEach, expect, it, vi } from 'vitest'
import { copyText } from './copy'

afterEach(() => vi.unstubAllGlobals())

function selected(): string {
  const field = document.querySelector('textarea')!
  return field.value.slice(field.selectionStart, field.selectionEnd)
}

it('uses the clipboard of the browser', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('互通')).toBe(true)
  expect(writeText).toHaveBeenCalledWith('互通')
})

it.each([['missing', undefined], ['refusing', { writeText: () => Promise.reject(new Error('denied')) }]])('copies a selection where the clipboard is %s', async (_what, clipboard) => {
  vi.stubGlobal('navigator', { clipboard })
  let copied = ''
  document.execCommand = () => {
    copied = selected()
    return true
  }
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  expect(await copyText('互通')).toBe(true)
  expect(copied).toBe('互通')
  expect(document.querySelector('textarea')).toBeNull()
  expect(document.activeElement).toBe(button)
})

it('says when nothing could be copied', async () => {
  vi.stubGlobal('navigator', {})
  document.execCommand = () => false
  expect(await copyText('互通')).toBe(false)
})
