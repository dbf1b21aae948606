import { beforeEach, expect, test } from 'vitest'
import { goOnAt } from './goOn'

const heading = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!

beforeEach(() => {
  document.body.innerHTML = '<main><h1 id="page" tabindex="-1"></h1><button id="done"></button><h2 id="next" tabindex="-1"></h2></main>'
})

test('the focus that went with a button goes to the next heading', async () => {
  heading('done').focus()
  heading('done').remove()
  await goOnAt(() => heading('next'))
  expect(document.activeElement).toBe(heading('next'))
})

test('with nobody left it goes to the heading of the page', async () => {
  await goOnAt(() => undefined)
  expect(document.activeElement).toBe(heading('page'))
})

test('whoever has moved on stays where he is', async () => {
  heading('done').focus()
  await goOnAt(() => heading('next'))
  expect(document.activeElement).toBe(heading('done'))
})

test('the heading is looked for once the page has changed', async () => {
  const found = goOnAt(() => heading('later'))
  document.querySelector('main')!.insertAdjacentHTML('beforeend', '<h2 id="later" tabindex="-1"></h2>')
  await found
  expect(document.activeElement).toBe(heading('later'))
})
