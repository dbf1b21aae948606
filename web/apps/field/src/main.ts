import '@hutong/ui/engine'
import { createApp } from 'vue'
import { createHutongI18n, startAppearance, bringRareCharacters } from '@hutong/ui'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import App from './App.vue'
import { en } from './i18n/en'
import { zh } from './i18n/zh'
import { startOffline } from './offline/version'
import { router } from './router'

startAppearance()
bringRareCharacters()
createApp(App).use(createHutongI18n({ zh, en })).use(router).mount('#app')
void startOffline()
