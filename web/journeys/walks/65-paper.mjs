// Paper: a form is printed, comes back as a photo and finds its case by its code.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { officerDevice, publish } from '../lib/people.mjs'

/** What a PDF draws as filled and stroked rectangles, in points from the top left of A4: its code is made of them. */
function rectangles(pdf) {
  const text = pdf.toString('latin1')
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) === 'end') continue
    const start = at + (text[at + 6] === '\r' ? 8 : 7)
    let drawn
    try {
      drawn = inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1')
    } catch {
      continue
    }
    const found = [...drawn.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map(([, x, y, w, h]) => ({ x: +x, y: 842 - +y - +h, w: +w, h: +h }))
    if (found.length > 100) return found
  }
  throw new Error('the sheet has no code')
}

/** The sheet as a phone sees it: on a table, turned, not quite sharp. */
async function photograph(kit, pdf) {
  const device = await kit.device({ viewport: { width: 900, height: 1150 } })
  const page = await device.page()
  const drawn = rectangles(pdf).map(({ x, y, w, h }) => `<rect x="${x}" y="${y}" width="${w}" height="${h}"/>`).join('')
  await page.setContent(`<body style="margin:0;background:#7a6a58"><svg viewBox="0 0 595 842" style="position:absolute;left:90px;top:70px;width:720px;background:#f4f1ea;transform:rotate(7deg);filter:blur(.5px)">${drawn}</svg></body>`)
  const photo = await page.screenshot({ type: 'jpeg', quality: 80 })
  await device.close()
  return { name: 'IMG_0007.jpg', mimeType: 'image/jpeg', buffer: photo }
}

for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
  journey(`a paper form is printed, photographed and found again on a ${size}`, async (kit) => {
    const device = await officerDevice(kit, 'street.health', { viewport })
    const { id } = await publish(kit, 'street.health', 'T11')
    const page = await device.page()
    await page.goto(`/officer/applications/${id}/left`)
    await page.locator('[data-print]').first().waitFor()
    const name = (await page.locator('tbody .person').first().textContent()).trim()
    await kit.look(page, `paper-left-${size}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-print]').first().click()])
    const pdf = await readFile(await download.path())
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    await page.goto(`/officer/applications/${id}/paper`)
    await page.locator('[data-photos]').waitFor({ state: 'attached' })
    await page.locator('[data-photos]').setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.locator('[data-sent="failed"]').waitFor()
    await page.locator('[data-photos]').setInputFiles(await photograph(kit, pdf))
    await page.locator('[data-sent="found"]').waitFor()
    assert.match(await page.locator('[data-sent="found"]').textContent(), new RegExp(name))
    await page.locator('tbody [data-look]').waitFor()
    await kit.look(page, `paper-found-${size}`, { full: true })
    await page.locator('tbody [data-look]').click()
    await page.locator('dialog img').waitFor()
    await kit.look(page, `paper-look-${size}`)
  })
}
