// A resident says that something on record is wrong: the own word counts at once, a register's value waits for an officer, and the result comes back.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, others, residentDevice } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const LEVEL = '[data-element="person.disabilityLevel"]'

journey('a resident corrects the own data, an officer decides where a register says otherwise, and the resident reads the result', async (kit) => {
  const { disabled } = await others(kit.origin, 'disabled')
  const device = await residentDevice(kit, disabled, { allow: [422] })
  const page = await device.page()
  await page.goto('/resident/me/data')

  // What is nobody else's word: it counts at once.
  const mobile = page.locator('[data-element="person.mobile"]')
  await mobile.locator('.fix').click()
  await page.locator('dialog[open] input').fill('12')
  await page.locator('[data-correct]').click()
  await page.locator('dialog[open] .error').waitFor()
  await kit.look(page, 'resident-correct-fault')
  const phone = `154${String(Date.now()).slice(-8)}`
  await page.locator('dialog[open] input').fill(phone)
  await page.locator('[data-correct]').click()
  await mobile.locator('.done').waitFor()
  assert.match(await mobile.locator('.value').innerText(), new RegExp(`^${phone.slice(0, 3)}`))
  // The new number has not signed in yet, so the old one still does.
  const again = await kit.device()
  await ask(again, 'POST', '/api/resident/codes', { phone: disabled.phone })
  const code = await until('the code in the message box', async () => /\d{6}/.exec((await ask(again, 'POST', '/api/demo/messages', { phone: disabled.phone }))[0]?.text ?? '')?.[0])
  const session = await ask(again, 'POST', '/api/resident/session', { idNumber: disabled.idNumber, name: disabled.name, phone: disabled.phone, code })
  assert.equal(session.newcomer, false)

  // What a register says: it stays until an officer has looked into it.
  const before = await page.locator(`${LEVEL} .value`).innerText()
  await page.locator(`${LEVEL} .fix`).click()
  const other = page.locator('dialog[open] .choice:not(.on)').first()
  const said = await other.innerText()
  await other.click()
  await kit.look(page, 'resident-correct')
  await page.locator('[data-correct]').click()
  await page.locator(`${LEVEL} .note`).filter({ hasText: said }).waitFor()
  assert.equal(await page.locator(`${LEVEL} .value`).innerText(), before)
  await page.locator(`${LEVEL} .note`).scrollIntoViewIfNeeded()
  await kit.look(page, 'resident-corrected')

  const { subject } = await ask(device, 'GET', '/api/resident/session')
  for (const viewport of [PHONE, DESK]) {
    const desk = await (await officerDevice(kit, 'street.disabled', { viewport })).page()
    await desk.goto('/officer/tasks')
    await desk.locator('[data-disputes]').waitFor()
    await kit.look(desk, `officer-disputes-${viewport.width}`)
    if (viewport !== DESK) continue
    const more = desk.locator('[data-disputes] .btn-quiet')
    if (await more.count()) await more.click()
    await desk.locator(`[data-dispute="person.disabilityLevel"] a[href*="${subject}"]`).first().click()
    await desk.locator('h1').filter({ hasText: disabled.name }).waitFor()
    // Restricted: the reason comes first, then both sides are open.
    await desk.locator('[data-waiting]').waitFor()
    await until('the cursor in the reason', async () => desk.locator('.reason input').evaluate((field) => field === document.activeElement))
    await desk.keyboard.type('核实异议')
    await desk.keyboard.press('Enter')
    await desk.locator('dialog[open] [data-claim="objection"]').waitFor()
    await kit.look(desk, 'officer-dispute-opened')
    assert.ok(!desk.url().includes('dispute='), 'a reload does not open it again')
  }
  const officer = await officerDevice(kit, 'street.disabled')
  const { claims } = await ask(officer, 'GET', `/api/people/${subject}/disputes/person.disabilityLevel?purpose=${encodeURIComponent('核实')}`)
  await ask(officer, 'PUT', `/api/people/${subject}/disputes/person.disabilityLevel`, { act: claims.find(({ current }) => !current).act, reason: '看了残疾证原件' })

  await page.goto('/resident/')
  await page.locator('[data-settled="person.disabilityLevel"]').filter({ hasText: '看了残疾证原件' }).waitFor()
  await kit.look(page, 'resident-settled')
  await page.goto('/resident/me/data')
  await page.locator(`${LEVEL} .value`).filter({ hasText: said }).waitFor()
})
