/**
 * What the newsroom's rules refuse, as they say it in English: what somebody at the desk may meet. A name in braces stands
 * for what a sentence is about. The other files have each sentence in one language of the admin UI.
 */
export const SENTENCES = [
  // What an article lacks.
  'Write a headline.',
  'Write the body.',
  'Say in the library what the picture shows, for readers who cannot see it.',
  'Give the picture a credit in the library.',
  'Choose a section.',
  'Add a byline.',
  // Its way to readers, and afterwards.
  'Say in a note why the embargo changes after publication.',
  'There is nothing to correct before readers have seen it: change the text.',
  'A correction that readers have seen stays: add one that takes it back.',
  'A correction that readers have seen stays as it is, in its place: add one that puts it right.',
  'That moment has passed: choose one ahead, or publish now.',
  'It is in the trash.',
  'It is withdrawn: reinstate it first.',
  'Submitted: the editors have it. Take it back to change it.',
  'In review: an editor is working on it and can send it back to you.',
  'Ready to publish: an editor can send it back to you.',
  'Scheduled as it stands: an editor can take it off the schedule.',
  'Published: ask an editor to change it or to send it back to you.',
  'This is somebody else’s story: its writers and editors can change it.',
  'This is the story of {names}: its writers and editors can change it.',
  'This article was saved since you opened it: {what}. Reload it and make your changes again, so that none is lost.',
  'This article was saved since you opened it. Reload it and make your changes again, so that none is lost.',
  '{who} changed {fields}',
  'Somebody else saved this at the same moment. Reload it and make your changes again.',
  'Somebody else was writing the same at this moment, and nothing of this was saved: send it again.',
  'An article is not related to itself.',
  'Write the language as a BCP 47 tag, such as en, ko or zh-Hant.',
  'Write the address in full, beginning with https://.',
  // Redirects.
  'Write the path that readers ask for, beginning with a slash and without ? or #, such as /2019/old-story.',
  'It is too long, or has characters that no address has.',
  'The server itself answers at this address: nobody is redirected from there.',
  'There is a page at this address.',
  'Write where it leads as a path that begins with a slash, or in full, beginning with https://.',
  'A redirect cannot lead to itself.',
  'There is an article at this address.',
  'Where it leads is redirected itself: lead to where that one goes.',
  'Another redirect leads here: let that one lead to where this one goes.',
  // Sections, tags and authors.
  'A section cannot stand in itself, nor in one that stands in it.',
  'This section is not there any more: reload the page.',
  'The section to put it in is not there any more: reload the page.',
  'The section to put it before has moved: reload the page.',
  'This section holds {articles}: put them into another section first.',
  'It has {n} of its own under it: move those first.',
  'This tag stands on {articles}: merge it into another one, or take it off first.',
  'This author signs {articles}: merge the author into another one, or take the bylines off first.',
  '1 article',
  '{n} articles',
  'Choose another one to merge it into.',
  'Write the Media Topic as medtop: and eight digits, such as medtop:11000000.',
  // Pictures.
  'This is no picture that can be shown: send JPEG, PNG, WebP, AVIF or GIF.',
  'This picture is broken: it cannot be decoded to its end.',
  'This file goes on after its picture ends, by {bytes} bytes: save the picture anew, then send it.',
  'This picture is used: {names}. Take it out there first.',
  'The store of the pictures does not answer: nothing was saved. Try again in a moment.',
  // People and links.
  'This is the last admin: make somebody else an admin first.',
  'This newsroom sends no e-mail. Ask an administrator for a new password.',
  'This password is too short: use at least {n} characters.',
  'A password is more than spaces.',
  'The link must end between now and {days} days from now.',
  'Say until when the link works.',
] as const

export type Sentences = Readonly<Record<(typeof SENTENCES)[number], string>>
