// A plugin that compiles messages while building, by vue-i18n's own compiler, so that no browser has to. A text without placeholders stays a text.
import { baseCompile } from '@intlify/message-compiler'
import { parseAst, transformWithOxc } from 'vite'

/** Modules that hold nothing but messages: `i18n/zh.ts` of an app, `messages/en.ts` of a package. */
const MESSAGES = /\/(?:i18n|messages)\/(?:zh|en)\.ts$/
const SYNTAX = /[{}@|]/

/** @returns {string} the message as a function of vue-i18n's message context, or as the text that it is */
function compiled(text) {
  if (!SYNTAX.test(text)) return JSON.stringify(text)
  const { code } = baseCompile(text, { mode: 'arrow', onError: (fault) => { throw new Error(`${fault.message} in ${JSON.stringify(text)}`) } })
  return code
}

/** @returns {string} the module of messages with each of its texts compiled */
export function compileMessages(code) {
  const texts = []
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (!node || typeof node.type !== 'string') return
    if (node.type === 'Property' && node.value.type === 'Literal' && typeof node.value.value === 'string') texts.push(node.value)
    else if (node.type === 'Property' && node.value.type !== 'ObjectExpression') throw new Error(`a message is a text, not a ${node.value.type}`)
    for (const [key, value] of Object.entries(node)) if (key !== 'loc' && value && typeof value === 'object') walk(value)
  }
  walk(parseAst(code).body)
  return texts.sort((a, b) => b.start - a.start).reduce((whole, { start, end, value }) => whole.slice(0, start) + compiled(value) + whole.slice(end), code)
}

export function messages() {
  return {
    name: 'hutong-messages',
    enforce: 'pre',
    config: () => ({ define: { __INTLIFY_DROP_MESSAGE_COMPILER__: 'true' } }),
    async transform(code, id) {
      const file = id.split('?')[0]
      if (!MESSAGES.test(file) || id.includes('?raw')) return undefined
      return { code: compileMessages((await transformWithOxc(code, file)).code), map: null, moduleType: 'js' }
    },
  }
}
