import { describe, expect, it } from 'vitest'
import { readText } from './readText'

describe('a text file', () => {
  it('is read as UTF-8, with or without a byte order mark', async () => {
    expect(await readText(new Blob(['320000000000,江苏省']))).toBe('320000000000,江苏省')
    expect(await readText(new Blob([new Uint8Array([0xef, 0xbb, 0xbf, 0x31])]))).toBe('1')
  })

  it('is read as GB 18030 when it is no UTF-8', async () => {
    expect(await readText(new Blob([new Uint8Array([0xbd, 0xad, 0xcb, 0xd5, 0xca, 0xa1])]))).toBe('江苏省')
  })
})
