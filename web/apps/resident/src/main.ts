import '@hutong/ui/engine'
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { bringRareCharacters, createHutongI18n, startAppearance } from '@hutong/ui'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import App from './App.vue'
import { en } from './i18n/en'
import { zh } from './i18n/zh'
import { router } from './router'
import { askEarly } from './session/firstPage'

startAppearance()
bringRareCharacters()
askEarly(location.pathname)
createApp(App).use(createPinia()).use(createHutongI18n({ zh, en })).use(router).mount('#app')
