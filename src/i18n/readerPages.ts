import type { Article } from '../payload-types'

type BylineRole = NonNullable<Article['bylines']>[number]['role']
type CorrectionKind = NonNullable<Article['corrections']>[number]['kind']

/** What a page says of itself, in one language. */
export type Words = {
  by: Record<BylineRole, string>
  /** Between credits. */
  comma: string
  corrected: string
  corrections: string
  draft: string
  feeds: string
  gone: string
  kinds: Record<CorrectionKind, string>
  newer: string
  nothing: string
  notFound: string
  notFoundMore: string
  older: string
  /** For a video of another site, whose name stands for `{site}`. */
  play: string
  published: string
  related: string
  sections: string
  skip: string
  topics: string
}

const ENGLISH: Words = {
  by: { reporter: 'by', editor: 'edited by', photographer: 'photographs by', translator: 'translated by', contributor: 'with' },
  comma: ', ',
  corrected: 'Corrected',
  corrections: 'Corrections',
  draft: 'Draft',
  feeds: 'Feeds',
  gone: 'Withdrawn',
  kinds: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
  newer: 'Newer articles',
  nothing: 'Nothing is published here yet.',
  notFound: 'This page does not exist',
  notFoundMore: 'The address may be mistyped, or what stood here was moved.',
  older: 'Older articles',
  play: 'Play here (loads from {site})',
  published: 'Published',
  related: 'Related',
  sections: 'Sections',
  skip: 'Skip to the text',
  topics: 'Topics',
}

/** By language, without its region or script; what is not here is said in English. */
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  ar: {
    by: { reporter: 'بقلم', editor: 'تحرير', photographer: 'تصوير', translator: 'ترجمة', contributor: 'بمشاركة' },
    comma: '، ',
    corrected: 'صُحّح في',
    corrections: 'التصويبات',
    draft: 'مسودة',
    feeds: 'الخلاصات',
    gone: 'سُحبت المادة',
    kinds: { correction: 'تصويب', clarification: 'توضيح', update: 'تحديث' },
    newer: 'مقالات أحدث',
    nothing: 'لم يُنشر شيء هنا بعد.',
    notFound: 'هذه الصفحة غير موجودة',
    notFoundMore: 'ربما كُتب العنوان خطأً أو نُقلت المادة.',
    older: 'مقالات أقدم',
    play: 'شغّل هنا (يُحمَّل من {site})',
    published: 'نُشر في',
    related: 'مواضيع ذات صلة',
    sections: 'الأقسام',
    skip: 'انتقل إلى النص',
    topics: 'المواضيع',
  },
  es: {
    by: { reporter: 'por', editor: 'edición de', photographer: 'fotografías de', translator: 'traducción de', contributor: 'con' },
    comma: ', ',
    corrected: 'Corregido',
    corrections: 'Correcciones',
    draft: 'Borrador',
    feeds: 'Canales',
    gone: 'Retirado',
    kinds: { correction: 'Corrección', clarification: 'Aclaración', update: 'Actualización' },
    newer: 'Artículos más recientes',
    nothing: 'Aún no hay nada publicado aquí.',
    notFound: 'Esta página no existe',
    notFoundMore: 'Puede que la dirección esté mal escrita o que el contenido se haya movido.',
    older: 'Artículos anteriores',
    play: 'Reproducir aquí (se carga desde {site})',
    published: 'Publicado',
    related: 'Relacionados',
    sections: 'Secciones',
    skip: 'Ir al texto',
    topics: 'Temas',
  },
  ko: {
    by: { reporter: '기자', editor: '편집', photographer: '사진', translator: '번역', contributor: '참여' },
    comma: ' · ',
    corrected: '정정',
    corrections: '정정 내역',
    draft: '초안',
    feeds: '피드',
    gone: '철회됨',
    kinds: { correction: '정정', clarification: '해명', update: '갱신' },
    newer: '최신 기사',
    nothing: '아직 게시된 기사가 없습니다.',
    notFound: '페이지를 찾을 수 없습니다',
    notFoundMore: '주소가 잘못되었거나 내용이 옮겨졌을 수 있습니다.',
    older: '이전 기사',
    play: '여기서 재생({site}에서 불러옴)',
    published: '게시',
    related: '관련 기사',
    sections: '섹션',
    skip: '본문으로 가기',
    topics: '주제',
  },
  ru: {
    by: { reporter: 'автор:', editor: 'редактор:', photographer: 'фото:', translator: 'перевод:', contributor: 'при участии:' },
    comma: ', ',
    corrected: 'Исправлено',
    corrections: 'Исправления',
    draft: 'Черновик',
    feeds: 'Ленты',
    gone: 'Отозвано',
    kinds: { correction: 'Исправление', clarification: 'Уточнение', update: 'Обновление' },
    newer: 'Более новые статьи',
    nothing: 'Здесь пока ничего не опубликовано.',
    notFound: 'Такой страницы нет',
    notFoundMore: 'Возможно, адрес набран с ошибкой или материал перенесён.',
    older: 'Более ранние статьи',
    play: 'Воспроизвести здесь (загружается с {site})',
    published: 'Опубликовано',
    related: 'По теме',
    sections: 'Рубрики',
    skip: 'Перейти к тексту',
    topics: 'Темы',
  },
  zh: {
    by: { reporter: '记者', editor: '编辑', photographer: '摄影', translator: '翻译', contributor: '参与' },
    comma: '，',
    corrected: '更正于',
    corrections: '更正',
    draft: '草稿',
    feeds: '订阅',
    gone: '已撤回',
    kinds: { correction: '更正', clarification: '说明', update: '更新' },
    newer: '较新文章',
    nothing: '这里还没有发布内容。',
    notFound: '页面不存在',
    notFoundMore: '地址可能有误，或内容已移动。',
    older: '较早文章',
    play: '在此播放（从 {site} 加载）',
    published: '发布于',
    related: '相关报道',
    sections: '栏目',
    skip: '跳到正文',
    topics: '话题',
  },
}

/** The words of a language; of one that has none here, English ones. */
export function wordsOf(language: string): Words {
  return WORDS[new Intl.Locale(language).language] ?? ENGLISH
}

/** With a capital at the beginning, as that language has it. */
export function capitalised(text: string, language: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}
