import '@hutong/ui/engine'
import { createApp } from 'vue'
import { formWords } from '@hutong/form-ui/words'
import { bringRareCharacters, startAppearance, startWords } from '@hutong/ui'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import './styles/officer.css'
import App from './App.vue'
import { words } from './i18n/words'
import { createOfficerRouter } from './router'

startAppearance()
bringRareCharacters()
void startWords(words, formWords).then((i18n) => createApp(App).use(i18n).use(createOfficerRouter(i18n.global)).mount('#app'))
