import '@hutong/ui/engine'
import { createApp } from 'vue'
import { createHutongI18n, startAppearance, bringRareCharacters } from '@hutong/ui'
import '@hutong/ui/tokens.css'
import '@hutong/ui/base.css'
import './styles/officer.css'
import App from './App.vue'
import { en } from './i18n/en'
import { zh } from './i18n/zh'
import { createOfficerRouter } from './router'

startAppearance()
bringRareCharacters()
const i18n = createHutongI18n({ zh, en })
createApp(App).use(i18n).use(createOfficerRouter(i18n.global)).mount('#app')
