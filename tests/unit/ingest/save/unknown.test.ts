import { describe, expect, it } from 'vitest'
import { readStories } from '../../../../src/ingest/save/readStories'
import type { ParsedStory } from '../../../../src/ingest/save/importStories'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

async function read(content: string): Promise<ParsedStory[]> {
  const parsedStories: ParsedStory[] = []
  for await (const parsed of readStories({ name: 'file', chunks: once(Buffer.from(content)) })) parsedStories.push(parsed)
  return parsedStories
}

describe('a file in a format that is not read (ingest I3)', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf><head/><body/></nitf>', /NITF/],
    ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet/></newsItem>', /NewsML-G2/],
    ['<?xml version="1.0"?><!-- c --><NewsML Version="1.2"/>', /NewsML 1/],
    ['<nar:newsMessage xmlns:nar="x"/>', /NewsML-G2/],
    ['<p>Words</p>', /<p>/],
    ['From: a@b.example\nSubject: News\nDate: Fri, 5 Apr 2024 09:00:00 +0000\n\nHeadline\nPublished: 18 October 2023\nBody.', /e-mail/],
    ['From a@b.example Fri Apr  5 09:00:00 2024\nFrom: a@b.example\n\nBody.', /mailbox/],
    ['{\\rtf1\\ansi Words}', /Rich Text/],
    ['{"db":[{"meta":{},"data":{"posts":[]}}]}', /Ghost/],
    ['{\n  "title": "A"\n}\n\nBody of Hugo.', /JSON front matter/],
    ['\x16\x16\x01abc\x02Words', /IPTC 7901/],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', /calendar/],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nWords', /subtitles/],
    ['#!/bin/sh\necho a', /program/],
    ['["a", "b"]', /JSON/],
  ])('is refused with what to do instead: %j', async (content, message) => {
    const [parsed, other] = await read(content)
    expect(other).toBeUndefined()
    expect(parsed).toMatchObject({ report: { outcome: 'failed', errors: [{ message: expect.stringMatching(message) as unknown }] } })
  })

  it.each(['-\nPublished: 18 October 2023\nBody.', 'From: the start of the war\nPublished: 18 October 2023\nBody.'])('is not house copy: %j', async (content) => {
    expect(await read(content)).toMatchObject([{ story: { item: { format: 'house' } } }])
  })

  it('keeps a plain text that nothing marks as house copy for an editor', async () => {
    expect(await read('A headline\nA paragraph.')).toMatchObject([{ story: { item: { format: 'house', holdBack: expect.stringContaining('house copy') as unknown } } }])
  })
})
