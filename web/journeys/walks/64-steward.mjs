// A steward keeps the catalogue while the town works: what uses an element, changing it, retiring it, code lists.
import assert from 'node:assert/strict'
import { PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice } from '../lib/people.mjs'

const fresh = () => Date.now().toString(36)

/** A new element of persons; answers its code and name. */
async function element(steward, kind = 'text', codeList = undefined) {
  const zh = `井水${fresh()}`
  const code = `person.well${fresh()}`
  await ask(steward, 'POST', '/api/catalogue/elements', { code, name: { zh, en: zh }, kind, codeList, protection: 'open', firstRank: 'resident', validFor: 'P1Y' })
  return { code, zh }
}

/** What makes an application that asks for an element. */
async function asking(officer, code) {
  const { draft } = await ask(officer, 'POST', '/api/applications', { template: 'T11' })
  const form = draft.components.find((one) => one.kind === 'form')
  form.pages[0].questions.push({ id: 'qWell', kind: 'text', element: code, required: false, label: { zh: '试问', en: 'Trial' } })
  return { manifest: draft }
}

journey('a steward sees what uses an element, and changes it with a reason that everybody can read', async (kit) => {
  const steward = await officerDevice(kit, 'steward')
  const maker = await officerDevice(kit, 'street.civil')
  const made = await ask(maker, 'POST', '/api/applications', await asking(maker, 'person.employer'))
  await ask(maker, 'POST', `/api/applications/${made.id}/publish`)
  const page = await steward.page()
  await page.goto('/officer/data/elements/person.employer')
  await page.locator(`[data-use="${made.id}"]`).waitFor()
  assert.match(await page.locator('[data-holders]').innerText(), /\d+ 位居民有这项数据/)
  await kit.look(page, 'officer-element-uses')

  const { code, zh } = await element(steward, 'integer')
  await page.goto(`/officer/data/elements/${code}`)
  await page.locator('[data-action="change"]').click()
  await page.locator('#change-wordings').fill(`${zh}编号\n甜水井`)
  await page.locator('[data-field=unit] input').first().fill('桶')
  await page.locator('[data-save]').click()
  await page.getByText('请写明原因').waitFor()
  await page.locator('#change-reason').fill('年报表上这样写')
  await kit.look(page, 'officer-change-element')
  await page.locator('[data-save]').click()
  await page.locator('[data-version="2"]').getByText('年报表上这样写').waitFor()
  assert.match(await page.locator('[data-version="2"]').innerText(), /添加写法[\s\S]*甜水井/)
  await kit.look(page, 'officer-element-history')
  await page.goto(`/officer/data/elements?q=${encodeURIComponent(`${zh}编号`)}`)
  await page.getByRole('link', { name: zh }).waitFor()

  const officer = await officerDevice(kit, 'street.civil')
  const reading = await officer.page()
  await reading.goto(`/officer/data/elements/${code}`)
  await reading.locator('[data-version="2"]').waitFor()
  assert.equal(await reading.locator('[data-action="change"], [data-action="retire"]').count(), 0)
})

journey('of two stewards the second sees what the first has changed, and neither loses anything', async (kit) => {
  const steward = await officerDevice(kit, 'steward', { viewport: PHONE })
  const { code } = await element(steward)
  const page = await steward.page()
  await page.goto(`/officer/data/elements/${code}`)
  await page.locator('[data-action="change"]').click()
  await page.locator('#change-standard').fill('GB/T 20001')
  await page.locator('#change-reason').fill('补上标准')
  const now = await ask(steward, 'GET', `/api/catalogue/elements/${code}`)
  await ask(steward, 'PUT', `/api/catalogue/elements/${code}`, { version: 1, name: now.name, protection: 'restricted', firstRank: 'resident', validFor: 'P6M', standard: '', seenAs: ['甜水'], reason: '涉及住处' })
  steward.expect?.(/409/)
  await page.locator('[data-save]').click()
  await page.locator('[data-theirs]').getByText('甜水').waitFor()
  await kit.look(page, 'officer-change-element-overtaken-phone')
  await page.locator('[data-save]').click()
  await page.locator('[data-version="3"]').waitFor()
  const after = await ask(steward, 'GET', `/api/catalogue/elements/${code}`)
  assert.deepEqual([after.protection, after.validFor, after.standard, after.seenAs], ['restricted', 'P6M', 'GB/T 20001', ['甜水']])

  await page.locator('[data-action="change"]').click()
  await page.locator('input[name="change-protection"][value="open"]').check()
  await page.locator('#change-reason').fill('只是编号，不涉及个人')
  await page.locator('[data-save]').click()
  await page.getByText('请先确认要降低保护级别').waitFor()
  await page.locator('[data-lowered]').check()
  await page.locator('[data-save]').click()
  await page.locator('[data-version="4"]').waitFor()
  await kit.look(page, 'officer-element-phone')
})

journey('a retired element leaves the choices, is named before publishing, and comes back', async (kit) => {
  const steward = await officerDevice(kit, 'steward')
  const { code, zh } = await element(steward)
  const officer = await officerDevice(kit, 'street.civil')
  const { id } = await ask(officer, 'POST', '/api/applications', await asking(officer, code))

  const page = await steward.page()
  await page.goto(`/officer/data/elements/${code}`)
  await page.locator('[data-action="retire"]').click()
  await page.locator('#state-reason').fill('改用自来水了')
  await kit.look(page, 'officer-retire-element')
  await page.locator('[data-act]').click()
  await page.locator('[data-retired]').waitFor()
  await page.goto('/officer/data/elements')
  await page.locator('[data-show-retired]').check()
  await page.getByRole('link', { name: zh }).waitFor()
  assert.deepEqual(await ask(officer, 'GET', `/api/catalogue/elements?q=${encodeURIComponent(zh)}`), [])

  const making = await officer.page()
  await making.goto(`/officer/applications/${id}/check`)
  await making.getByText(`数据项“${zh}”已停用`).first().waitFor()

  await page.goto(`/officer/data/elements/${code}`)
  await page.locator('[data-action="retire"]').click()
  await page.locator('#state-reason').fill('山上还在用')
  await page.locator('[data-act]').click()
  await page.locator('[data-retired]').waitFor({ state: 'detached' })
  await making.reload()
  await making.getByRole('heading', { level: 1 }).waitFor()
  const { findings } = await ask(officer, 'POST', `/api/applications/${id}/check`)
  assert.equal(findings.filter((one) => one.code === 'element-retired').length, 0)
})

journey('a steward makes a code list, words a code anew and retires one', async (kit) => {
  const steward = await officerDevice(kit, 'steward')
  const page = await steward.page()
  await page.goto('/officer/data/code-lists')
  await page.locator('table').waitFor()
  await kit.look(page, 'officer-code-lists')
  await page.locator('[data-action="new-list"]').click()
  const code = `water_${fresh()}`
  const zh = `用水来源${fresh()}`
  await page.locator('dialog fieldset.localised input').first().fill(zh)
  await page.locator('#list-code').fill(code)
  const rows = page.locator('dialog tbody tr')
  await rows.nth(0).locator('input').nth(0).fill('1')
  await rows.nth(0).locator('input').nth(1).fill('自来水')
  await rows.nth(1).locator('input').nth(0).fill('1')
  await rows.nth(1).locator('input').nth(1).fill('井水')
  await page.locator('[data-save]').click()
  await page.getByText('代码“1”写了两次').waitFor()
  await rows.nth(1).locator('input').nth(0).fill('2')
  await kit.look(page, 'officer-new-code-list')
  await page.locator('[data-save]').click()
  await page.getByRole('heading', { level: 1, name: zh }).waitFor()

  await page.locator('[data-action="change"]').click()
  await page.locator('dialog tr[data-row="2"] input').first().fill('自家井水')
  await page.locator('dialog tr[data-row="1"] input[type=checkbox]').check()
  await page.locator('[data-action="add-code"]').click()
  await page.keyboard.type('3')
  await page.locator('dialog tbody tr').nth(2).locator('input').nth(1).fill('山泉')
  await page.locator('#list-reason').fill('村里没有自来水')
  await page.locator('[data-save]').click()
  await page.locator('[data-version="2"]').getByText('村里没有自来水').waitFor()
  await page.locator('[data-code="1"] .chip').waitFor()
  await kit.look(page, 'officer-code-list')

  const { code: user, zh: name } = await element(steward, 'code', code)
  await page.reload()
  await page.getByRole('link', { name }).waitFor()
  const small = await (await officerDevice(kit, 'steward', { viewport: PHONE })).page()
  await small.goto(`/officer/data/code-lists/${code}`)
  await small.locator('[data-action="change"]').click()
  await small.locator('#list-reason').waitFor()
  await kit.look(small, 'officer-change-code-list-phone')
  await small.goto(`/officer/data/elements/${user}`)
  await small.locator('[data-code], .codes').first().waitFor()
  await kit.look(small, 'officer-element-coded-phone')
})

journey('a steward makes a new data resource with its first element, and an application asks for it', async (kit) => {
  const steward = await officerDevice(kit, 'steward')
  const page = await steward.page()
  await page.goto('/officer/data/elements')
  await page.locator('[data-action="new-resource"]').click()
  const zh = `蜂箱${fresh()}`
  const words = page.locator('dialog fieldset.localised input')
  await page.locator('[data-make-resource]').click()
  await page.getByText('请填写中文名称').waitFor()
  await words.nth(0).fill(zh)
  await words.nth(1).fill(`Beehive ${fresh()}`)
  await page.waitForFunction(() => /^has-beehive/.test(document.querySelector('#resource-link').value))
  const type = await page.locator('#resource-code').inputValue()
  await kit.look(page, 'officer-new-resource')
  await page.locator('[data-make-resource]').click()
  await page.locator('#element-of').waitFor()
  assert.equal(await page.locator('#element-of').inputValue(), type)
  const element = `箱数${fresh()}`
  await words.nth(0).fill(element)
  await page.locator('#element-kind').selectOption('integer')
  await page.locator('#element-code').fill('count')
  await page.locator('[data-make-element]').click()
  await page.getByRole('heading', { level: 1, name: element }).waitFor()
  await page.locator('dl').getByText(zh).waitFor()
  await page.locator('[data-holders]').getByText('0 处有这项数据').waitFor()

  const officer = await officerDevice(kit, 'street.civil')
  const { draft } = await ask(officer, 'POST', '/api/applications', { template: 'T11' })
  const form = draft.components.find((one) => one.kind === 'form')
  form.pages[0].questions.push({ id: 'qHives', kind: 'integer', element: `${type}.count`, required: false, label: { zh: element, en: 'Hives' } })
  const { id } = await ask(officer, 'POST', '/api/applications', { manifest: draft })
  assert.equal((await ask(officer, 'POST', `/api/applications/${id}/publish`)).state, 'running')

  const small = await (await officerDevice(kit, 'steward', { viewport: PHONE, lang: 'en' })).page()
  await small.goto('/officer/data/elements')
  await small.locator('[data-action="new-resource"]').click()
  await small.locator('#resource-code').waitFor()
  await kit.look(small, 'officer-new-resource-phone')
  await small.goto(`/officer/data/elements/${type}.count`)
  await small.locator('[data-use]').waitFor()
  await kit.look(small, 'officer-element-resource-phone')
})
