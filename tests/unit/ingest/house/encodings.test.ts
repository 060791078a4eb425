import { describe, expect, it } from 'vitest'
import { decodeCopy, encodingNamed, parseHouseCopy } from '../../../../src/ingest/house'
import { readXml } from '../../../../src/ingest/read/readXml'
import { encodeAs } from '../../../../src/ingest/save/encode'
import { encodeWindows1252 } from '../../../../src/ingest/save/windows1252'
import { originalBytes, originalOf } from '../../../../src/ingest/save/original'
import { readable } from './parse'

const RUSSIAN = ['Снег и дождь в Москве', 'Published: 18 October 2023', 'По данным синоптиков, в ближайшие дни в столице ожидаются снег и дождь.']
const JAPANESE = ['北朝鮮を訪問', 'Published: 18 October 2023', 'ロシアのラブロフ外相は水曜日、平壌に到着した。二日間の訪問となる。']
const CHINESE = ['拉夫罗夫抵达平壤', 'Published: 18 October 2023', '俄罗斯外交部长星期三抵达平壤，开始为期两天的访问。']
const TAIWANESE = ['拉夫羅夫抵達平壤', 'Published: 18 October 2023', '俄羅斯外交部長星期三抵達平壤，開始為期兩天的訪問。']
const KOREAN = ['평양 방문', 'Published: 18 October 2023', '러시아 외무장관이 수요일 평양에 도착했다. 이틀 동안 머문다.']
const CZECH = ['Příliš žluťoučký kůň', 'Published: 18 October 2023', 'Ministr zahraničí přijel ve středu do Prahy na dvoudenní návštěvu.']
const GREEK = ['Χιόνι και βροχή', 'Published: 18 October 2023', 'Ο υπουργός Εξωτερικών έφτασε την Τετάρτη στην Αθήνα.']
const ARABIC = ['ثلج ومطر', 'Published: 18 October 2023', 'وصل وزير الخارجية يوم الأربعاء إلى بيونغ يانغ في زيارة تستغرق يومين.']
const TURKISH = ['Kar ve yağmur', 'Published: 18 October 2023', 'Dışişleri bakanı çarşamba günü iki günlük ziyaret için Ankara’ya geldi.']
const FRENCH = ['L’été à Paris', 'Published: 18 October 2023', 'Le ministre a déclaré que la réunion s’était bien passée. “Très bien”, a-t-il ajouté.']

describe('the encoding of a copy that is not UTF-8 (ingest I5)', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['big5', TAIWANESE],
    ['euc-kr', KOREAN],
    ['windows-1250', CZECH],
    ['iso-8859-2', CZECH],
    ['iso-8859-7', GREEK],
    ['windows-1256', ARABIC],
    ['windows-1254', TURKISH],
    ['windows-1252', FRENCH],
  ])('is told from others: %s', (encoding, lines) => {
    const text = lines.join('\n')
    const bytes = encoding === 'windows-1252' ? encodeWindows1252(text) : encodeAs(encoding, text)
    expect(decodeCopy(bytes)).toMatchObject({ text, encoding, guess: 'likely', damaged: false })
    expect(readable(parseHouseCopy(bytes)).notes.join()).toMatch(/^The file is not UTF-8 and was read as /)
    expect(originalBytes(originalOf(bytes))).toEqual(bytes)
    expect(originalOf(bytes)).toMatchObject({ text, encoding })
  })

  it.each([
    ['four Russian letters', encodeAs('windows-1251', 'Снег')],
    ['two Japanese characters', encodeAs('shift_jis', '平壌')],
    ['Russian in the encoding of DOS', encodeAs('ibm866', RUSSIAN.join('\n'))],
    ['a picture', Uint8Array.from({ length: 400 }, (_, index) => (index * 97 + 131) % 256)],
  ])('is doubtful for %s', (_, bytes) => {
    expect(decodeCopy(bytes)).toMatchObject({ guess: 'doubtful' })
  })

  it('is the one that is declared, unless a byte order mark says otherwise', () => {
    const bytes = encodeAs('windows-1251', 'Снег')
    expect(decodeCopy(bytes, 'windows-1251')).toEqual({ text: 'Снег', encoding: 'windows-1251', bom: false, damaged: false })
    expect(decodeCopy(Buffer.from('\ufeffСнег'), 'windows-1251')).toMatchObject({ text: 'Снег', encoding: 'utf-8' })
    expect(decodeCopy(bytes, 'utf-8')).toMatchObject({ damaged: true })
    expect(decodeCopy(Buffer.from('Снег', 'utf16le'), 'utf-16le')).toMatchObject({ text: 'Снег', damaged: false })
  })

  it('is known by the labels of the Encoding Standard', () => {
    expect(['cp1251', 'KOI8-R', 'sjis', 'GB2312', 'big5-hkscs', 'ks_c_5601-1987', 'latin1'].map(encodingNamed)).toEqual([
      'windows-1251', 'koi8-r', 'shift_jis', 'gbk', 'big5', 'euc-kr', 'windows-1252',
    ])
    expect(['klingon', '', 'replacement', 'x'.repeat(1000)].map(encodingNamed)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('of XML is the one that the sender names, else the one of its declaration', async () => {
    const feed = (declaration: string) => `${declaration}<rss><channel><item><title>Снег</title><description>Дождь</description></item></channel></rss>`
    const titles = async (bytes: Uint8Array, encoding?: string) => {
      const found: (string | undefined)[] = []
      async function* chunks() {
        yield await Promise.resolve(bytes)
      }
      for await (const result of readXml(chunks(), encoding)) found.push(result.ok ? result.item?.headline : result.errors[0]?.message)
      return found
    }
    expect(await titles(encodeAs('windows-1251', feed('<?xml version="1.0" encoding="windows-1251"?>')))).toEqual(['Снег'])
    expect(await titles(encodeAs('koi8-r', feed('<?xml version="1.0" encoding="windows-1251"?>')), 'koi8-r')).toEqual(['Снег'])
    expect(await titles(encodeAs('koi8-r', feed('')), 'koi8-r')).toEqual(['Снег'])
    expect(await titles(encodeAs('koi8-r', feed('')))).toEqual([expect.stringContaining('import it with --encoding NAME')])
  })
})
