// How a person fills a form in the resident's app: page by page, whatever is asked.
import { until } from './until.mjs'

export const stepOf = (page) => page.locator('form.player').getAttribute('data-step')

/** Presses the button at the bottom and waits for the next page of the form. */
export async function forward(page) {
  const before = await stepOf(page)
  await page.locator('[data-forward]').click()
  await until(`the page after ${before}`, async () => (await stepOf(page)) !== before)
}

async function fill(page, id, value) {
  const question = page.locator(`[data-question="${id}"]`)
  if (Array.isArray(value)) {
    for (const one of value) await question.locator(`[data-value="${one}"]`).click()
    return
  }
  const choice = question.locator(`[data-value="${value}"]`)
  if (await choice.count()) return choice.click()
  if (await question.locator('select').count()) {
    const [year, month, day] = String(value).split('-')
    await question.locator('input').first().fill(year)
    if (month) await question.locator('select').first().selectOption(String(Number(month)))
    if (day) await question.locator('select').nth(1).selectOption(String(Number(day)))
    return
  }
  const box = question.locator('input, textarea').first()
  await box.fill(String(value))
  if ((await box.getAttribute('role')) === 'combobox') await box.press('Enter')
}

/** The questions on the page: those to answer and those to confirm. */
async function onPage(page) {
  return page.locator('[data-question]:not([data-left-open]), [data-confirm]').evaluateAll((all) => all.map((each) => ({ id: each.dataset.question ?? each.dataset.confirm, confirm: each.dataset.confirm !== undefined })))
}

/**
 * Answers everything that is asked on this page, also what only shows by answering.
 *
 * @param answers by question; one that is asked and not here fails the journey. A table is left as it is
 * @returns the ids of the questions that were asked, in order
 */
export async function answerPage(page, answers) {
  const asked = []
  for (let open = true; open; ) {
    open = false
    for (const { id, confirm } of await onPage(page)) {
      if (asked.includes(id)) continue
      asked.push(id)
      open = true
      if (confirm) await page.locator(`[data-confirm="${id}"] [data-confirm-it]`).click()
      else if (await page.locator(`section.table[data-question="${id}"]`).count()) continue
      else if (answers[id] === undefined) throw new Error(`the form asks ${id}, which was not expected`)
      else await fill(page, id, answers[id])
    }
  }
  return asked
}

/**
 * Answers everything that is asked, up to the last page.
 *
 * @param seen called on each page once it is filled
 * @returns the ids of the questions that were asked, in order
 */
export async function answerAll(page, answers, seen = async () => {}) {
  const asked = []
  while ((await stepOf(page)) !== 'check') {
    asked.push(...(await answerPage(page, answers)))
    await seen(await stepOf(page))
    await forward(page)
  }
  return asked
}
