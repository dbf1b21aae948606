import '@hutong/ui/engine'
import { createApp } from 'vue'
import { formWords } from '@hutong/form-ui/words'
import { bringRareCharacters, startAppearance, startWords } from '@hutong/ui'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import App from './App.vue'
import { words } from './i18n/words'
import { startOffline } from './offline/version'
import { router } from './router'

startAppearance()
bringRareCharacters()
void startWords(words, formWords).then((i18n) => createApp(App).use(i18n).use(router).mount('#app'))
void startOffline()
