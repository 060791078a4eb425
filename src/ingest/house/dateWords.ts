/** The months in the languages of the admin UI, and in German and French; names of one month are parted by `/`. */
const MONTH_LISTS = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep/sept oct nov dec',
  'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago sep/set oct nov dic',
  'januar/jänner februar/feber märz april mai juni juli august september oktober november dezember',
  'jan feb mär/mrz apr mai jun jul aug sep/sept okt nov dez',
  'janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre',
  'janv févr/fév mars avr mai juin juil août sept oct nov déc',
  'января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь',
  'янв фев/февр мар апр мая июн июл авг сен/сент окт ноя/нояб дек',
  'يناير فبراير مارس أبريل/إبريل/ابريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار/اذار نيسان أيار/ايار حزيران تموز آب/اب أيلول/ايلول تشرين_الأول/تشرين_الاول تشرين_الثاني كانون_الأول/كانون_الاول',
] as const

/** The days of the week, from Sunday. */
const WEEKDAY_LISTS = [
  'sunday/sun monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat',
  'domingo/dom lunes/lun martes miércoles/miercoles/mié jueves/jue viernes/vie sábado/sabado/sáb',
  'sonntag/so montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa',
  'dimanche lundi mardi mercredi jeudi vendredi samedi',
  'воскресенье/воскресенья/вс понедельник/пн вторник/вт среда/среду/ср четверг/чт пятница/пятницу/пт суббота/субботу/сб',
  'الأحد/الاحد الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت',
  '星期日/星期天/周日/週日/日 星期一/周一/週一/一 星期二/周二/週二/二 星期三/周三/週三/三 星期四/周四/週四/四 星期五/周五/週五/五 星期六/周六/週六/六',
  '일요일/일 월요일/월 화요일/화 수요일/수 목요일/목 금요일/금 토요일/토',
] as const

/** Words that stand in a date and say nothing of it. */
const FILLERS: ReadonlySet<string> = new Set('of the de del den der am le el г года год 년 년도'.split(' '))

export const MONTH_NUMBERS = numbered(MONTH_LISTS, 1)
export const WEEKDAY_NUMBERS = numbered(WEEKDAY_LISTS, 0)

/** English names, for messages. */
export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

function numbered(lists: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap((list) =>
      list.split(' ').flatMap((names, index) => names.split('/').map((name) => [name.replace('_', ' '), index + first] as const)),
    ),
  )
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word)
}

/** The figures of a Chinese or Korean date are marked: `2023年10月18日`, `2023년 10월 18일`. */
const MARKED = /(\d)( ?)([年月日号號년월일])/g

/** The text with those marks made full stops, as long as before. A text without figures before them stays. */
export function withoutMarks(folded: string): string {
  return folded.replace(MARKED, '$1$2.')
}

/** Whether the text has a figure marked as a year, a month or a day. */
export function hasMarks(folded: string): boolean {
  return folded.search(MARKED) >= 0
}
