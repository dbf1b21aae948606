// A plugin that ends the build when its output asks more of a browser than the oldest engines have (see ENGINES in vite.shared.ts).
import { parse } from 'acorn'

const SYNTAX = 2020

/** Methods and classes that Chromium 86 or Safari 14 lack, by name. */
const NEWER = new Set([
  'at', 'hasOwn', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'structuredClone', 'withResolvers', 'fromAsync', 'randomUUID',
  'showModal', 'BroadcastChannel', 'requestIdleCallback', 'checkVisibility', 'isWellFormed', 'toWellFormed', 'WeakRef', 'FinalizationRegistry', 'showPicker',
  'startViewTransition', 'Segmenter', 'ListFormat', 'getSetCookie', 'showPopover', 'hidePopover', 'togglePopover',
])
/** What packages/ui/src/engine.ts adds where it is missing. */
const ADDED = new Set(['at', 'hasOwn', 'toSorted', 'toReversed', 'toSpliced'])
/** What is asked for before it is used, and where. */
const ASKED = new Map([
  ['randomUUID', 'resident: forms/uuid.ts'],
  ['showModal', 'ui: ModalDialog.vue'],
  ['BroadcastChannel', 'resident: forms/windows.ts'],
  ['requestIdleCallback', 'pinyin-pro: asks by typeof'],
  ['startViewTransition', 'vue-router: only with an option that is off'],
])
/** What breaks a page where it is missing; a rule with :has() is only left out, so it may make a page prettier. */
const CSS = ['@layer', '@container', '@scope', 'color-mix(', 'dvh', 'svh', 'oklch(']

/** @returns {string[]} what the script asks for and the engines lack */
export function missingIn(code) {
  let program
  try {
    program = parse(code, { ecmaVersion: SYNTAX, sourceType: 'module', allowAwaitOutsideFunction: false })
  } catch (fault) {
    return [`syntax newer than ES${SYNTAX}: ${fault.message} near ${JSON.stringify(code.slice(Math.max(0, (fault.pos ?? 0) - 40), (fault.pos ?? 0) + 40))}`]
  }
  const found = new Set()
  const name = (node) => NEWER.has(node) && !ADDED.has(node) && !ASKED.has(node) && found.add(node)
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (!node || typeof node.type !== 'string') return
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const { callee } = node
      if (callee.type === 'Identifier') name(callee.name)
      if (callee.type === 'MemberExpression' && !callee.computed) name(callee.property.name)
    }
    if (node.type === 'Literal' && node.regex && /\(\?<[=!]/.test(node.regex.pattern)) found.add(`a look-behind in /${node.regex.pattern}/`)
    for (const [key, value] of Object.entries(node)) if (key !== 'loc' && value && typeof value === 'object') walk(value)
  }
  walk(program.body)
  return [...found]
}

export function engineCheck() {
  return {
    name: 'hutong-engine-check',
    apply: 'build',
    generateBundle(_options, bundle) {
      const faults = Object.values(bundle).flatMap((file) => {
        if (file.type === 'chunk') return missingIn(file.code).map((each) => `${file.fileName}: ${each}`)
        if (!file.fileName.endsWith('.css')) return []
        const css = String(file.source)
        return CSS.filter((each) => css.includes(each)).map((each) => `${file.fileName}: ${each}`)
      })
      if (faults.length) this.error(`more than the oldest engines have:\n  ${faults.join('\n  ')}`)
    },
  }
}
