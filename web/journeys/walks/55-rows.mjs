// Repeated rows and calculated answers, on an invented form and without a server: cards on a phone, a grid by keyboard on a wide screen.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { forward, stepOf } from '../lib/form.mjs'
import { journey } from '../lib/journeys.mjs'
import { until } from '../lib/until.mjs'
import { startMock } from '../mock/server.mjs'

const valueOf = (page, id) => page.locator(`[data-question="${id}"] output`).innerText()
const focused = (page) => page.evaluate(() => document.activeElement?.closest('[data-cell]')?.dataset.cell ?? '')

async function opened(kit, viewport) {
  const mock = await startMock()
  const device = await kit.device({ origin: mock.origin, viewport })
  const page = await device.page()
  await page.goto('/resident/form/ROWS/ask')
  await page.locator('[data-asked]').waitFor()
  await forward(page)
  return { ...mock, page }
}

const submitted = (town) => town.calls.find((call) => call.path.endsWith('/submissions') && call.method === 'POST').body.answers

journey('household members as cards on a phone', async (kit) => {
  const { town, page, stop } = await opened(kit, PHONE)
  const cell = (row, column) => page.locator(`[data-row]`).nth(row).locator(`[data-cell$="/${column}"]`)
  try {
    await page.locator('[data-forward]').click()
    await page.locator('.summary[role=alert]').waitFor()
    await page.locator('[data-add-row]').click()
    await cell(0, 'name').locator('input').fill('王小明')
    await cell(0, 'relation').locator('[data-value="r1"]').click()
    await cell(0, 'born').locator('input').fill('2016')
    await cell(0, 'born').locator('select').first().selectOption('3')
    await cell(0, 'school').locator('input').fill('实验小学')
    await kit.look(page, 'rows-open-phone')
    await page.locator('[data-add-row]').click()
    await cell(1, 'name').locator('input').fill('李桂花')
    await cell(1, 'relation').locator('[data-value="r0"]').click()
    await cell(1, 'born').locator('input').fill('1985')
    await cell(1, 'born').locator('select').first().selectOption('2')
    await page.locator('[data-add-row]').click()
    await page.locator('[data-row]').nth(2).getByRole('button', { name: '删除' }).click()
    await page.locator('.undo').click()
    await until('the third row again', async () => (await page.locator('[data-row]').count()) === 3)
    await page.locator('[data-row]').nth(2).getByRole('button', { name: '删除' }).click()
    await page.locator('[data-forward]').click()
    await page.locator('.summary[role=alert]').waitFor()
    await kit.look(page, 'rows-wrong-phone')
    await page.locator('.summary[role=alert] a').first().click()
    await until('the cell that the error names', async () => (await focused(page)).endsWith('/income'))
    await cell(1, 'income').locator('input').fill('3500.50')
    await until('the sum of the cells', async () => (await valueOf(page, 'total')) === '3500.5 元')
    assert.equal(await valueOf(page, 'people'), '2')
    await forward(page)
    await page.locator('[data-question="homesN"] input').fill('2')
    await page.locator('[data-row="row-2"] button').click()
    await page.locator('[data-cell="homes/row-2/where"] input').fill('和平路')
    await page.locator('[data-cell="homes/row-2/area"] input').fill('60')
    await page.locator('[data-question="homesN"] input').fill('1')
    await until('one row', async () => (await page.locator('[data-row]').count()) === 1)
    await page.locator('[data-row="row-1"] button').click()
    await page.locator('[data-cell="homes/row-1/where"] input').fill('幸福路')
    await page.locator('[data-cell="homes/row-1/area"] input').fill('88.5')
    await forward(page)
    assert.equal(await stepOf(page), 'check')
    await kit.look(page, 'rows-check-phone')
    await page.locator('[data-forward]').click()
    await page.locator('[data-receipt]').waitFor()
    const answers = submitted(town)
    assert.deepEqual(answers.members.map((row) => row.cells), [
      { name: '王小明', relation: 'r1', born: '2016-03', school: '实验小学' },
      { name: '李桂花', relation: 'r0', born: '1985-02', income: '3500.50' },
    ])
    assert.deepEqual(answers.homes, [{ id: 'row-1', cells: { where: '幸福路', area: '88.5' } }], 'a row that the count hides is not sent')
    assert.equal(answers.total, undefined, 'what is calculated is not sent')
  } finally {
    await stop()
  }
}, { needs: 'nothing' })

journey('household members in a grid by keyboard', async (kit) => {
  const { town, page, stop } = await opened(kit, DESK)
  try {
    await page.locator('[data-add-row]').focus()
    await page.keyboard.press('Enter')
    await until('the first cell', async () => (await focused(page)).endsWith('/name'))
    for (const [name, relation, born, last] of [['王小明', 2, '2016.3', '实验小学'], ['李桂花', 1, '1985/2/3', '3500']]) {
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      for (let down = 0; down < relation; down++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.type(born)
      await page.keyboard.press('Tab')
      await page.keyboard.type(last)
      await kit.look(page, `rows-grid-${name}`, { picture: name === '李桂花' })
      if (name === '王小明') {
        await page.keyboard.press('Enter')
        await until('a second row', async () => (await page.locator('[data-row]').count()) === 2)
        await until('the second row', async () => (await focused(page)).endsWith('/name'))
      }
    }
    await until('the sum', async () => (await valueOf(page, 'total')) === '3500 元')
    await forward(page)
    await page.locator('[data-question="homesN"] input').fill('0')
    await forward(page)
    await page.locator('[data-forward]').click()
    await page.locator('[data-receipt]').waitFor()
    assert.deepEqual(submitted(town).members.map((row) => row.cells.born), ['2016-03', '1985-02-03'])
  } finally {
    await stop()
  }
}, { needs: 'nothing' })
