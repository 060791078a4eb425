import { ar as payloadsAr } from '@payloadcms/translations/languages/ar'
import { en as payloadsEn } from '@payloadcms/translations/languages/en'
import { es as payloadsEs } from '@payloadcms/translations/languages/es'
import { ko as payloadsKo } from '@payloadcms/translations/languages/ko'
import { ru as payloadsRu } from '@payloadcms/translations/languages/ru'
import { zh as payloadsZh } from '@payloadcms/translations/languages/zh'
import { labels } from '../labels'
import { ar } from './ar'
import { en } from './en'
import { es } from './es'
import { ko } from './ko'
import { payloads } from './payloads'
import { ru } from './ru'
import { zh } from './zh'

/** The languages of the admin UI. */
export const supportedLanguages = { en: payloadsEn, ar: payloadsAr, es: payloadsEs, ko: payloadsKo, ru: payloadsRu, zh: payloadsZh }

/** Our own words in each of them, and what fields and choices are called. */
export const words = {
  en: { ...en, general: payloads.en, name: labels.en.names, option: labels.en.options },
  ar: { ...ar, general: payloads.ar, name: labels.ar.names, option: labels.ar.options },
  es: { ...es, general: payloads.es, name: labels.es.names, option: labels.es.options },
  ko: { ...ko, general: payloads.ko, name: labels.ko.names, option: labels.ko.options },
  ru: { ...ru, general: payloads.ru, name: labels.ru.names, option: labels.ru.options },
  zh: { ...zh, general: payloads.zh, name: labels.zh.names, option: labels.zh.options },
}
