/** https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F; the rest of it is Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text in Windows-1252, in which every byte is a character; what it has no byte for comes out wrong. */
export function encodeWindows1252(text: string): Buffer {
  const latin1 = text.replace(/[^\u0000-\u007f\u00a0-\u00ff]/g, (character) => {
    const place = HIGH.indexOf(character)
    return place < 0 ? '?' : String.fromCharCode(0x80 + place)
  })
  return Buffer.from(latin1, 'latin1')
}
