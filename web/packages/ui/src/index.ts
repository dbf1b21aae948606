export { startAppearance, useAppearance, type Theme } from './appearance'
export { createHutongI18n, preferredLang, rememberLang, say, type Lang, type Localised } from './i18n'
