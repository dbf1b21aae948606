// At the desk: somebody comes to the office, and the officer fills in what waits; tables leave with whole numbers only for a purpose.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, persona, publish } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const T11 = { mobile: '13912345678', vaccinated: false, reasonNot: 'cannot-go', wish: 'at-home', allergy: '无', contra: '无', doses: 2, lastDose: '2026-03', reaction: '无' }

for (const viewport of [DESK, PHONE]) {
  journey(`an officer fills in for somebody who has come to the desk (${viewport.width} px)`, async (kit) => {
    const { id: survey } = await publish(kit, 'street.health', 'T11')
    const { name } = await persona(kit.origin, 'old')
    const office = await officerDevice(kit, 'street.health', { viewport })
    const page = await office.page()
    await page.goto('/officer/data/people')
    await page.locator('main input[type=search]').fill(name)
    await page.locator('main form[role=search] button').click()
    await page.locator('main tbody a').filter({ hasText: name }).first().click()
    const waits = page.locator(`[data-waiting="${survey}"]`)
    await waits.waitFor()
    await until('the heading has the focus', () => page.evaluate(() => document.activeElement?.tagName === 'H1'))
    await kit.look(page, `officer-person-waiting-${viewport.width}`, { full: true })
    await waits.locator('[data-fill-in]').click()
    await page.locator('[data-whose]').waitFor()
    assert.match(await page.locator('[data-whose]').innerText(), new RegExp(name), 'says all the time whose form it is')
    await kit.look(page, `officer-fill-${viewport.width}`)

    await page.locator('[data-forward]').click()
    await answerAll(page, T11)
    // Leaving by mistake loses nothing.
    await page.locator('.crumb a').click()
    await page.locator('[data-leave]').waitFor()
    await kit.look(page, `officer-fill-leaving-${viewport.width}`)
    await page.keyboard.press('Escape')
    await until('the dialog is closed', async () => (await page.locator('[data-leave]').count()) === 0 || !(await page.locator('[data-leave]').isVisible()))
    await page.locator('[data-forward]').click()
    // What was said of the person's data can be said to be proven; where nothing is new, there is nothing to ask.
    await page.locator('[data-submit]:visible, [data-receipt]').first().waitFor()
    if (await page.locator('[data-submit]').isVisible()) {
      await kit.look(page, `officer-fill-proven-${viewport.width}`)
      await page.locator('[data-submit]').click()
    }
    await page.locator('[data-receipt]').waitFor()
    await kit.look(page, `officer-fill-receipt-${viewport.width}`)
    await page.locator('[data-next]').click()
    await page.locator('#waiting').waitFor()
    await until('it waits no longer', async () => (await waits.count()) === 0)
    const { items } = await ask(office, 'GET', `/api/applications/${survey}/submissions`)
    assert.equal(items.filter((one) => one.name === name).length, 1)
  })
}

journey('whole numbers leave in a table only for a purpose, which everybody in it reads', async (kit) => {
  const { id: survey } = await publish(kit, 'street.health', 'T11')
  const desk = await (await officerDevice(kit, 'street.health')).page()
  await desk.goto(`/officer/applications/${survey}/left`)
  await desk.locator('[data-fill-in]').first().waitFor()
  await kit.look(desk, 'officer-left-fill')
  const saved = async (press) => {
    const [file] = await Promise.all([desk.waitForEvent('download'), press()])
    const chunks = []
    for await (const chunk of await file.createReadStream()) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }
  await desk.locator('.export button').first().click()
  const masked = await saved(() => desk.locator('[data-format="csv"]').click())
  assert.match(masked, /1\d{2}\*{4}\d{4}/)
  assert.doesNotMatch(masked, /,1\d{10}\r/, 'half hidden')
  await desk.locator('.export button').first().click()
  await desk.locator('[data-whole]').click()
  await desk.locator('[data-purpose]').waitFor()
  assert.ok(await desk.locator('[data-whole-as="csv"]').isDisabled(), 'not without a purpose')
  await desk.locator('[data-purpose]').fill('逐个打电话约上门时间')
  await kit.look(desk, 'officer-export-purpose')
  const whole = await saved(() => desk.locator('[data-whole-as="csv"]').click())
  assert.match(whole, /,1\d{10}\r/)
  const other = await (await officerDevice(kit, 'street.police')).page()
  await other.goto(`/officer/applications/${survey}/left`)
  await other.locator('.export button').first().click()
  await other.locator('[data-format="csv"]').waitFor()
  assert.equal(await other.locator('[data-whole]').count(), 0, 'another department has no purpose here')
})
