// Paper: the vaccination survey is printed, comes back as a photo, finds its case by its code, and what is written on it is typed in.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { photograph } from '../lib/paper.mjs'
import { ask, officerDevice, others, publish } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const T11 = { vaccinated: true, doses: 2, lastDose: '2026-03', reaction: '无', reasonNot: 'cannot-go', wish: 'at-home', allergy: '青霉素', contra: '无', mobile: '15400000001', address: '濠阳新村 3 幢 201 室' }

/** Where in the list of who is left somebody stands: the person, and the page. */
async function inList(device, application, name) {
  for (let page = 0; ; page++) {
    const { items, more } = await ask(device, 'GET', `/api/applications/${application}/left?page=${page}&size=20`)
    const found = items.find((each) => each.name === name)
    if (found) return { person: found.person, page }
    assert.ok(more, `${name} is among those who are left`)
  }
}

for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
  journey(`a paper form is printed, photographed, found again and typed in on a ${size}`, async (kit) => {
    const device = await officerDevice(kit, 'community.health', { viewport })
    const { 'no-phone': old } = await others(kit.origin, 'no-phone')
    const { id } = await publish(kit, 'community.health', 'T11')
    const left = await inList(device, id, old.name)
    const page = await device.page()
    await page.goto(`/officer/applications/${id}/left?page=${left.page + 1}`)
    await page.locator('[data-print]').first().waitFor()
    const row = page.locator('tbody tr', { hasText: old.name })
    await kit.look(page, `paper-left-${size}`)
    const [download] = await Promise.all([page.waitForEvent('download'), row.locator('[data-print]').click()])
    const pdf = await readFile(await download.path())
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    await page.goto(`/officer/applications/${id}/paper`)
    await page.locator('[data-photos]').waitFor({ state: 'attached' })
    await page.locator('[data-photos]').setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.locator('[data-sent="failed"]').waitFor()
    await page.locator('[data-photos]').setInputFiles(await photograph(kit, pdf))
    await page.locator('[data-sent="found"]').waitFor()
    assert.match(await page.locator('[data-sent="found"]').textContent(), new RegExp(old.name))
    await page.locator('tbody [data-look]').waitFor()
    await kit.look(page, `paper-found-${size}`, { full: true })
    await page.locator('tbody [data-look]').click()
    await page.locator('dialog img').waitFor()
    await kit.look(page, `paper-look-${size}`)
    assert.equal(await page.locator('tbody .chip.attention').count(), 1, 'the sheet waits to be typed in')

    // The worker types it in on the own phone: it stays the word of the person, by way of paper.
    const phone = await kit.device({ viewport: PHONE })
    const field = await phone.page()
    await field.goto('/field/')
    await field.locator('[data-login="community.health"]').click()
    await field.locator('form button[type=submit]').click()
    await field.locator('nav.tabs').waitFor()
    await field.goto(`/field/fill/${id}/ask/${left.person}`)
    await field.locator('input[name=means][value=paper]').check()
    await forward(field)
    const asked = await answerAll(field, T11)
    await kit.look(field, `paper-typed-in-${size}`)
    await field.locator('[data-forward]').click()
    await field.locator('[data-receipt]').waitFor()
    const { items } = await ask(device, 'GET', `/api/applications/${id}/submissions`)
    assert.deepEqual(items.map(({ person }) => person), [left.person])
    const { states } = await ask(device, 'GET', `/api/officer/forms/${id}/ask/persons/${left.person}?means=phone`)
    const now = asked.map((question) => states[question]).filter(({ source }) => source)
    assert.ok(now.length > 0, 'some of what was written is data now')
    assert.deepEqual([...new Set(now.map(({ source, means }) => `${source} by ${means}`))], ['resident by paper'])
    await page.reload()
    await page.locator('tbody .chip.done').waitFor()
    await until('nobody is left to print for', async () => (await ask(device, 'GET', `/api/applications/${id}/left`)).items.every(({ person }) => person !== left.person))
  })
}
