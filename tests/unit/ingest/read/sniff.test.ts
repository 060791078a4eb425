import { describe, expect, it } from 'vitest'
import { sniffFormat } from '../../../../src/ingest/read'

describe('a file’s format', () => {
  it.each([
    ['ninjs', '{"uri": "x"}'],
    ['ninjs', ' [\n {"uri": "x"}]'],
    ['ninjs', '{\n  "uri": "x"\n}\n'],
    ['ninjs-lines', '{"uri": "x"}\n{"uri": "y"}\n'],
    ['rss', '<?xml version="1.0"?><!-- c -->\n<rss version="2.0"><channel>'],
    ['wxr', '<?xml version="1.0"?>\n<rss version="2.0"\n xmlns:wp="http://wordpress.org/export/1.2/"><channel>'],
    ['atom', '<feed xmlns="http://www.w3.org/2005/Atom">'],
    ['markdown', '---\ntitle: x\n---\ntext'],
    ['markdown', '+++\ntitle = "x"\n+++\ntext'],
    ['markdown', '# Head\n\ntext'],
    ['house', '-\nPublished: 18 October 2023\nLead\nEDITED BY| HUXIANA\n'],
    ['house', '---\nPublished: 18 October 2023\nLead\nEDITED BY| HUXIANA\n'],
    [undefined, ''],
    [undefined, 'just words'],
    [undefined, '<!doctype html><html><body>'],
    [undefined, 'GIF89a\0\0'],
  ])('is told by content: %s', (format, text) => {
    expect(sniffFormat(text)).toBe(format)
    expect(sniffFormat(Buffer.from(`\ufeff${text}`))).toBe(format)
  })

  it('is told in UTF-16 too', () => {
    expect(sniffFormat(Buffer.from('\ufeff<rss version="2.0"><channel>', 'utf16le'))).toBe('rss')
  })
})
