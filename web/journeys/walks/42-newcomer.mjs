// Somebody who is on no file says where he lives; the community sees it, meets him, and forms of the place reach him meanwhile.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice, publish } from '../lib/people.mjs'
import { until } from '../lib/until.mjs'

const COMMUNITY = '320613002008'
const ADDRESS = '濠景花园 3 幢 102 室'

async function newcomer(kit, name) {
  const device = await kit.device({ viewport: PHONE, allow: [422] })
  const phone = `154${String(Date.now()).slice(-8)}`
  await ask(device, 'POST', '/api/resident/codes', { phone })
  const code = await until('the code in the message box', async () => /\d{6}/.exec((await ask(device, 'POST', '/api/demo/messages', { phone }))[0]?.text ?? '')?.[0])
  await ask(device, 'POST', '/api/resident/session', { name, phone, code })
  return device
}

/** Level by level from the top of the town, as far down as the community. */
async function choosePlace(page) {
  const lists = page.locator('fieldset.place select')
  for (let level = 0, chosen = ''; chosen !== COMMUNITY; level++) {
    await until(`list ${level}`, async () => (await lists.count()) > level)
    const codes = await lists.nth(level).locator('option').evaluateAll((all) => all.map((each) => each.value).filter(Boolean))
    chosen = codes.find((code) => COMMUNITY.startsWith(code.replace(/0+$/, '')) || code === COMMUNITY)
    await lists.nth(level).selectOption(chosen)
  }
}

journey('a newcomer tells the community where he lives, and an officer of the place meets him', async (kit) => {
  const { id, office } = await publish(kit, 'street.police', 'T28', (manifest) => {
    manifest.components = manifest.components.filter(({ kind }) => kind !== 'visit')
    manifest.components.find(({ kind }) => kind === 'audience').criterion = { within: COMMUNITY, by: 'resides-in' }
    return manifest
  })
  const name = `何远${String(Date.now()).slice(-4)}`
  const device = await newcomer(kit, name)
  const page = await device.page()
  await page.goto('/resident/')
  await page.locator('[data-arrival=none]').waitFor()
  await kit.look(page, 'resident-newcomer-home')
  await page.locator('[data-arrive]').click()
  await page.locator('[data-tell]').waitFor()
  await page.locator('[data-tell]').click()
  await page.locator('#address-error').waitFor()
  await kit.look(page, 'resident-arrival-faults', { full: true })
  await choosePlace(page)
  await page.locator('#address').fill(ADDRESS)
  await kit.look(page, 'resident-arrival', { full: true })
  await page.locator('[data-tell]').click()
  await page.locator('[data-arrival=waiting]').waitFor()
  await kit.look(page, 'resident-arrival-waiting')
  await until('forms of the place reach him', async () => (await ask(device, 'GET', '/api/resident/home')).asks.some((each) => each.application === id))
  await page.goto('/resident/me/data')
  await page.locator('[data-element="person.address"] .value').filter({ hasText: ADDRESS }).waitFor()

  const { subject } = await ask(device, 'GET', '/api/resident/session')
  for (const viewport of [PHONE, DESK]) {
    const desk = await (await officerDevice(kit, 'street.police', { viewport })).page()
    await desk.goto('/officer/tasks')
    const row = desk.locator(`[data-arrival="${subject}"]`)
    await row.waitFor()
    assert.match(await row.innerText(), new RegExp(`${name}[^]*${ADDRESS}`))
    await kit.look(desk, `officer-arrivals-${viewport.width}`)
    if (viewport !== DESK) continue
    await row.locator('[data-check]').click()
    await kit.look(desk, 'officer-arrival-check')
    await desk.locator('dialog [data-accept]').click()
    await row.waitFor({ state: 'detached' })
  }
  await page.setViewportSize(DESK)
  await page.goto('/resident/')
  await until('the community has noted him', async () => (await ask(device, 'GET', '/api/resident/arrival')).state === 'accepted')
  await page.locator('[data-arrival=accepted]').waitFor()
  await kit.look(page, 'resident-arrival-accepted')
  // The same people are asked by other journeys.
  await ask(office, 'POST', `/api/applications/${id}/close`)
})
