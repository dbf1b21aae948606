// Every kind of answer, on invented forms and without a server.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { answerAll, forward } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { until } from '../lib/until.mjs'
import { startMock } from '../mock/server.mjs'

const ANSWERS = {
  text: '张桂花', long: '没有', integer: '３', decimal: '88.5', idNumberQ: '11010519491231002x', uscc: '91350100M000100Y43', phone: '0513-80000000', email: 'wang@example.com',
  date: '2020-3-5', partialDate: '2025-4', yesNo: 'false', code: 'k1', codes: ['t0', 't3'], ethnic: '土家', several: '回族',
}
const SUBMITTED = {
  text: '张桂花', long: '没有', integer: 3, decimal: '88.5', idNumberQ: '11010519491231002X', uscc: '91350100M000100Y43', phone: '0513-80000000', email: 'wang@example.com',
  date: '2020-03-05', partialDate: '2025-04', yesNo: false, code: 'k1', codes: ['t0', 't3'], ethnic: '15', several: ['03'], region: '320613002001', place: [120.894, 32.012],
}

for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
  journey(`every kind of answer on a ${size}`, async (kit) => {
    const { town, origin, stop } = await startMock()
    try {
      const device = await kit.device({ origin, viewport })
      await device.context.grantPermissions(['geolocation'], { origin })
      await device.context.setGeolocation({ longitude: 120.894, latitude: 32.012 })
      const page = await device.page()
      await page.goto('/resident/form/KINDS/ask')
      await page.locator('[data-asked]').waitFor()
      await forward(page)
      await page.locator('[data-forward]').click()
      await page.locator('.summary').waitFor()
      await kit.look(page, `kinds-words-wrong-${size}`)
      const answers = { ...ANSWERS, dateTime: '2026-12-1' }
      for (const step of ['words', 'days', 'choices']) {
        assert.equal(await page.locator('form.player').getAttribute('data-step'), step)
        await fillStep(page, answers)
        await kit.look(page, `kinds-${step}-${size}`)
        await forward(page)
      }
      for (const [at, code] of ['320000000000', '320600000000', '320613000000', '320613002000', '320613002001'].entries()) {
        await page.locator('[data-question="region"] select').nth(at).selectOption(code)
      }
      await page.locator('[data-question="place"] button').click()
      await until('the position', async () => (await page.locator('[data-question="place"] input').first().inputValue()) === '120.894000')
      await kit.look(page, `kinds-places-${size}`)
      await forward(page)
      await kit.look(page, `kinds-check-${size}`)
      await page.locator('[data-forward]').click()
      await page.locator('[data-receipt]').waitFor()
      const { body } = town.calls.find((call) => call.path.endsWith('/submissions') && call.method === 'POST')
      assert.deepEqual({ ...body.answers, dateTime: undefined }, { ...SUBMITTED, dateTime: undefined })
      assert.equal(body.answers.dateTime, '2026-12-01T01:30:00Z', 'hours are those of the town')
    } finally {
      await stop()
    }
  }, { needs: 'nothing' })
}

async function fillStep(page, answers) {
  const ids = await page.locator('[data-question]').evaluateAll((all) => all.map((each) => each.dataset.question))
  for (const id of ids) {
    const question = page.locator(`[data-question="${id}"]`)
    const value = answers[id]
    if (Array.isArray(value)) for (const one of value) await question.locator(`[data-value="${one}"]`).click()
    else if (await question.locator(`[data-value="${value}"]`).count()) await question.locator(`[data-value="${value}"]`).click()
    else if (await question.locator('select').count()) {
      const [year, month, day] = value.split('-')
      await question.locator('input').first().fill(year)
      await question.locator('select').first().selectOption(month)
      if (day) await question.locator('select').nth(1).selectOption(day)
      if (await question.locator('input[type=time]').count()) await question.locator('input[type=time]').fill('09:30')
    } else {
      const box = question.locator('input, textarea').first()
      await box.fill(value)
      if ((await box.getAttribute('role')) === 'combobox') await box.press('Enter')
    }
  }
}

journey('the whole form by keyboard alone', async (kit) => {
  const { town, origin, stop } = await startMock()
  try {
    const device = await kit.device({ origin })
    const page = await device.page()
    town.asks = ['T01']
    await page.goto('/resident/form/T01/ask')
    await page.locator('[data-asked]').waitFor()
    const to = async (selector) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`the Tab key does not lead to ${selector}`)
    }
    await to('[data-forward]')
    await page.keyboard.press('Enter')
    await page.locator('[data-step="you"]').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'the new page begins at its heading')
    await to('[data-confirm="mobile"] [data-confirm-it]')
    await page.keyboard.press('Enter')
    await to('[data-forward]')
    await page.keyboard.press('Enter')
    await page.locator('[data-step="confirm"]').waitFor()
    await to('[data-question="aliveConfirm"] input')
    await page.keyboard.press('Space')
    await to('[data-forward]')
    await page.keyboard.press('Enter')
    await page.locator('[data-step="check"]').waitFor()
    await to('[data-forward]')
    await page.keyboard.press('Enter')
    await page.locator('[data-receipt]').waitFor()
    const { body } = town.calls.find((call) => call.path.endsWith('/submissions') && call.method === 'POST')
    assert.deepEqual(body.answers, { aliveConfirm: 'self' })
    assert.deepEqual(body.confirmed, ['mobile'])
  } finally {
    await stop()
  }
}, { needs: 'nothing' })

journey('what is known can be changed in its place, also where it is masked', async (kit) => {
  const { town, origin, stop } = await startMock()
  try {
    const device = await kit.device({ origin })
    const page = await device.page()
    town.asks = ['T01']
    await page.goto('/resident/form/T01/ask')
    await page.locator('[data-asked]').waitFor()
    const known = page.locator('[data-known="address"]')
    await known.locator('.change').click()
    await known.locator('textarea').fill('人民中路 20 号')
    await kit.look(page, 'known-change')
    await known.locator('button[type=submit]').click()
    assert.ok((await known.innerText()).includes('人民中路 20 号'))
    const account = page.locator('[data-known="bankAccount"]')
    await account.locator('.change').click()
    assert.equal(await account.locator('input').inputValue(), '', 'a masked value is typed anew')
    await account.locator('button[type=submit]').click()
    await account.locator('.error').waitFor()
    await account.locator('button[type=button]').click()
    assert.ok((await account.innerText()).includes('**** 1234'))
    await forward(page)
    await answerAll(page, { aliveConfirm: 'self' })
    await page.locator('[data-forward]').click()
    await page.locator('[data-receipt]').waitFor()
    const { body } = town.calls.find((call) => call.path.endsWith('/submissions') && call.method === 'POST')
    assert.deepEqual(body.answers, { aliveConfirm: 'self', address: '人民中路 20 号' })
  } finally {
    await stop()
  }
}, { needs: 'nothing' })
