import fc from 'fast-check'

/** Any text at all: control characters, halves of surrogate pairs, markup. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '</script><script>',
    ']]>',
    '&amp;',
    '<b>&',
    '--',
    '---\n---',
    'no',
    '2023-10-18',
    '* _a_ `b`',
    '\u0000',
    '\uD800',
    'a\nb\r\nc',
  ),
)
export const slug = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
  fc.constantFrom('북한', 'zürich', 'بغداد'),
)
export const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{24}$/))
export const moment = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
export const stamps = { createdAt: moment, updatedAt: moment }
export const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    ' java\tscript:x',
    '//x.example/|[]{}',
    'https://ko.wikipedia.org/wiki/북한#a#b',
    'mailto:a@b.example',
    'data:text/html,x',
    '',
  ),
)
