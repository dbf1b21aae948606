import { expect, test } from 'vitest'
import { compileHint } from './hint.mjs'

test('only the scripts of a first page ask to be compiled whole, in their first line', () => {
  const bundle = {
    'assets/app-1.js': { type: 'chunk', name: 'app', code: 'run()\n' },
    'assets/FormView-1.js': { type: 'chunk', name: 'FormView', code: 'show()\n' },
    'assets/app-1.css': { type: 'asset', name: 'app', source: 'p{}' },
  }
  const { generateBundle } = compileHint(/^app$/) as unknown as { generateBundle: { handler(options: object, bundle: object): void } }
  generateBundle.handler({}, bundle)
  expect(bundle['assets/app-1.js'].code).toBe('//# allFunctionsCalledOnLoad\nrun()\n')
  expect(bundle['assets/FormView-1.js'].code).toBe('show()\n')
  expect(bundle['assets/app-1.css'].source).toBe('p{}')
})
