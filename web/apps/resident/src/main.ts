import '@hutong/ui/engine'
import { formWords } from '@hutong/form-ui/words'
import { breath } from '@hutong/ui/breath'
import { startLang } from '@hutong/ui/lang'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import { words } from './i18n/words'
import { askEarly, formAt } from './session/early'

// Small, so that words, answers and the page of the address are under way while the app itself still comes. Each request names the language of the page.
const lang = startLang()
void words[lang]()
void breath().then(async () => {
  askEarly(location)
  if (formAt(location)) {
    void formWords[lang]()
    void import('./views/FormView.vue')
  }
  const { start } = await import('./app')
  await start()
})
