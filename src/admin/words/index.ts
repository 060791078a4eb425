import { ar as payloadsAr } from '@payloadcms/translations/languages/ar'
import { en as payloadsEn } from '@payloadcms/translations/languages/en'
import { es as payloadsEs } from '@payloadcms/translations/languages/es'
import { ko as payloadsKo } from '@payloadcms/translations/languages/ko'
import { ru as payloadsRu } from '@payloadcms/translations/languages/ru'
import { zh as payloadsZh } from '@payloadcms/translations/languages/zh'
import { labels } from '../../labels'
import { ar } from './ar'
import { en } from './en'
import { es } from './es'
import { ko } from './ko'
import { ru } from './ru'
import { zh } from './zh'

/** The languages of the admin UI. */
export const supportedLanguages = { en: payloadsEn, ar: payloadsAr, es: payloadsEs, ko: payloadsKo, ru: payloadsRu, zh: payloadsZh }

/** Our own words in each of them, and what the fields are called. */
export const words = {
  en: { ...en, name: labels.en.names },
  ar: { ...ar, name: labels.ar.names },
  es: { ...es, name: labels.es.names },
  ko: { ...ko, name: labels.ko.names },
  ru: { ...ru, name: labels.ru.names },
  zh: { ...zh, name: labels.zh.names },
}
