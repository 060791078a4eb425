import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../../../src/ingest/read/ninjs'
import { sniffFormat } from '../../../../src/ingest/read/sniff'

const read = (text: string) => [...readNinjs(text)].map((result) => (result.ok ? (result.item?.faults ? `${result.item.guid ?? ''} in doubt` : 'read') : 'failed'))

describe('JSON with a fault in it', () => {
  it.each([
    ['a comma too many', '{"uri":"U","pubStatus":"canceled",}', ['U in doubt']],
    ['a comma too few', '{"uri":"U" "pubStatus":"canceled"}', ['U in doubt']],
    ['a raw line break in a text', '{"headline":"First\nsecond","uri":"U","pubStatus":"canceled"}', ['U in doubt']],
    ['a raw line break in a text behind them', '{"uri":"U","pubStatus":"canceled","edNote":"It is \\"wrong\\"\nand more"}', ['U in doubt']],
    ['a tab in a text', '{"uri":"U","headline":"a\tb","pubStatus":"canceled"}', ['U in doubt']],
    ['no end', '{"uri":"U","pubStatus":"canceled","headline":"Sto', ['U in doubt']],
    ['no end of a list', '{"uri":"U","subjects":["a","b","pubStatus":"canceled"}', ['U in doubt']],
    ['a status in a list', '{"uri":"U","pubStatus":["stat:canceled"],}', ['U in doubt']],
    ['a status in an object', '{"uri":"U","pubStatus":{"qcode":"stat:canceled"},}', ['U in doubt']],
    ['state', '{"guid":"U","state":"killed",}', ['U in doubt']],
    ['another spelling', '{"URI":"U","pub_status":"Cancelled",}', ['U in doubt']],
    ['a list', '[{"uri":"U","pubStatus":"canceled"},{"uri":5,]', ['U in doubt', 'failed']],
    ['a list of kills', '[{"uri":"U","pubStatus":"canceled"},{"uri":"V","status":"killed"},]', ['U in doubt', 'V in doubt']],
    ['a list whose first object is not closed', '[{"uri":"U","pubStatus":"usable", {"uri":"V","status":"killed"}]', ['V in doubt', 'failed']],
    ['a list of pretty objects', '[\n {\n  "uri": "U",\n  "pubStatus": "canceled",\n }\n]', ['U in doubt']],
    ['a list under a key', '{"version":1,"items":[{"uri":"U","pubStatus":"canceled"},{"uri":"V","headline":"a",},{"uri":"W","status":"killed"}]}', ['U in doubt', 'W in doubt', 'failed']],
    ['a list under a key behind a fault', '{"version":1.,"_items":[{"uri":"U","pubStatus":"canceled"}]}', ['U in doubt']],
    ['one of several lines', '{"uri":"V","headline":"a","body_text":"b"}\n{"uri":"U","pubStatus":"canceled",}\n', ['read', 'U in doubt']],
    ['a list under another key', '{"others":[{"uri":"U","pubStatus":"canceled"}],}', ['U in doubt']],
    ['a headline', '{"uri":"U","headline":"KILL: Story X",}', ['U in doubt']],
    ['a headline in a list', '{"uri":"U","headlines":[{"role":"main","value":"KILL: Story X"}],}', ['U in doubt']],
    ['a note', '{"uri":"U","headline":"Story","edNote":"MANDATORY KILL",}', ['U in doubt']],
    ['a setting', '{"uri":"U","headline":"Story","extra":{"status":"killed"},}', ['U in doubt']],
    ['a status in an object in a list', '{"uri":"U","pubStatus":[{"qcode":"stat:canceled"}],}', ['U in doubt']],
    ['single quotation marks', `{'uri': 'U', 'headline': 'The minister\\'s story', 'pubStatus': 'canceled'}`, ['U in doubt']],
    ['single quotation marks, and an apostrophe', `{'uri': 'U', 'headline': 'The minister's story', 'pubStatus': 'canceled'}`, ['U in doubt']],
    ['keys without quotation marks', '{uri: "U", pubStatus: "canceled"}', ['U in doubt']],
    ['nothing in quotation marks', '{uri: urn:U, pubStatus: canceled}', ['urn:U in doubt']],
    ['nothing in quotation marks and no blanks', '{uri:urn:U,pubStatus:canceled}', ['urn:U in doubt']],
    ['typographic quotation marks', '{“uri”: “U”, “pubStatus”: “canceled”}', ['U in doubt']],
    ['a missing colon', '{"uri":"U","pubStatus" "canceled"}', ['U in doubt']],
    ['two missing colons', '{"uri" "U","pubStatus" "canceled"}', ['U in doubt']],
    ['a quotation mark in a text', '{"headline":"A 5" screen","uri":"U","pubStatus":"canceled"}', ['U in doubt']],
    ['a quotation mark in a text, before a comma', '{"headline":"A screen of 5", it says","uri":"U","pubStatus":"canceled"}', ['U in doubt']],
    ['a text without an end', '{"headline":"A screen,\n"uri":"U",\n"pubStatus":"canceled"}', ['U in doubt']],
    ['quotation marks in a text', '{"headline":"He said "no", and "maybe"","uri":"U","pubStatus":"canceled"}', ['U in doubt']],
    ['comments', '{ // from the agency\n "uri":"U", /* a kill */ "pubStatus":"canceled" }', ['U in doubt']],
    ['an escaped slash in its id', '{"uri":"https:\\/\\/a.example\\/1","pubStatus":"canceled",}', ['https://a.example/1 in doubt']],
    ['a short object on a line of its own', '{\n"uri":"U",\n"subjects":[\n{"name":"a"}\n],\n"pubStatus":"canceled",\n}', ['U in doubt']],
    ['a wrapper', '{"data":{"item":{"uri":"U","pubStatus":"canceled",}}}', ['U in doubt']],
    ['another one in the same list without an id', '[{"uri":"U","pubStatus":"canceled",},{"headline":"a"}]', ['U in doubt', 'failed']],
  ])('may be a withdrawal: %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
    expect(sniffFormat(text)).toBeDefined()
  })

  it.each([
    ['no id', '{"pubStatus":"canceled",}'],
    ['two ids', '{"uri":"U","uri":"V","pubStatus":"canceled",}'],
    ['another status', '{"uri":"U","pubStatus":"usable",}'],
    ['no status', '{"uri":"U",}'],
    ['the status of something else', '{"uri":"U","associations":{"photo":{"uri":"P","pubStatus":"canceled"}},}'],
    ['the id of something else', '{"photo":{"uri":"P"},"pubStatus":"canceled",}'],
  ])('is none with %s', (_, text) => {
    expect(read(text)).toEqual(['failed'])
  })

  it('says where the fault is', () => {
    const [result] = readNinjs('{"uri":"U",\n"pubStatus":"canceled",}')
    expect(result?.ok && result.item?.faults).toMatchObject([{ line: 2, column: 24 }])
  })

  it.each(['[', '{', '{"a":', '[{', '}]', '[{"uri":"U","pubStatus":"canceled"', '"a" ', '{"uri":["a",', '\\', "'", "\\'", '"a', '"\n', '“a ', '/*', '//', 'a:', '"a":{"b":[1,'])('takes time in proportion to its length: %s', (part) => {
    const start = performance.now()
    read(`{"uri":"U",${part.repeat(50_000)}`)
    read(`[${part.repeat(50_000)}`)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('JSON that holds a withdrawal in something else', () => {
  const kill = { uri: 'U', pubStatus: 'canceled' }
  const story = { uri: 'V', headline: 'a', body_text: 'b' }
  const outcomes = (value: unknown) => [...readNinjs(JSON.stringify(value))].flatMap((result) => (result.ok ? (result.item ? [`${result.item.guid ?? ''} ${result.item.pubStatus}`] : []) : ['failed']))

  it.each([
    ['a list under another key', { data: [kill] }, ['U canceled']],
    ['an object', { item: kill }, ['U canceled']],
    ['a list in a list', [[kill]], ['U canceled']],
    ['JSON in JSON', JSON.stringify(kill), ['U canceled']],
    ['a list in JSON in JSON', JSON.stringify([kill]), ['U canceled']],
    ['an event', { id: 5, source: 'wire', data: { item: kill } }, ['U canceled']],
    ['one of a list', [story, { item: kill }], ['V usable', 'U canceled']],
    ['JSON in a list', [JSON.stringify(kill)], ['U canceled']],
    ['a headline that kills', { data: [{ uri: 'U', headline: 'KILL: Story' }] }, ['U canceled']],
    ['a story beside it', { data: [kill, story] }, ['U canceled', 'failed']],
    ['a profile', { uri: 'U', profile: 'KILL' }, ['U canceled']],
  ])('is read: %s', (_, value, expected) => {
    expect(outcomes(value)).toEqual(expected)
    expect(sniffFormat(JSON.stringify(value))).toBe('ninjs')
  })

  it.each([
    ['what belongs to a story with an id', { ...story, associations: { photo: kill } }, ['V usable']],
    ['what belongs to a story without one', { headline: 'a', body_text: 'b', associations: { photo: kill } }, [' usable']],
  ])('is not looked for in %s', (_, value, expected) => {
    expect(outcomes(value)).toEqual(expected)
  })
})
