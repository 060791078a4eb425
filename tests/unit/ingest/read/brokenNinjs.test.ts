import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../../../src/ingest/read/ninjs'

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
  ])('may be a withdrawal: %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['no id', '{"pubStatus":"canceled",}'],
    ['two ids', '{"uri":"U","uri":"V","pubStatus":"canceled",}'],
    ['another status', '{"uri":"U","pubStatus":"usable",}'],
    ['no status', '{"uri":"U",}'],
    ['a list under another key', '{"others":[{"uri":"U","pubStatus":"canceled"}],}'],
    ['the status of something else', '{"uri":"U","associations":{"photo":{"uri":"P","pubStatus":"canceled"}},}'],
    ['the id of something else', '{"photo":{"uri":"P"},"pubStatus":"canceled",}'],
  ])('is none with %s', (_, text) => {
    expect(read(text)).toEqual(['failed'])
  })

  it('says where the fault is', () => {
    const [result] = readNinjs('{"uri":"U",\n"pubStatus":"canceled",}')
    expect(result?.ok && result.item?.faults).toMatchObject([{ line: 2, column: 24 }])
  })

  it.each(['[', '{', '{"a":', '[{', '}]', '[{"uri":"U","pubStatus":"canceled"', '"a" ', '{"uri":["a",', '\\'])('takes time in proportion to its length: %s', (part) => {
    const start = performance.now()
    read(`{"uri":"U",${part.repeat(50_000)}`)
    read(`[${part.repeat(50_000)}`)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
