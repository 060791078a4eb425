/**
 * How pages look: one column of text at a readable measure, in the reader's own fonts, in light, in dark and on paper.
 * It is in the page itself: one request less, and nothing to wait for.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1c1b19; --soft: #5e5b55; --line: #dcd8d0; --accent: #9b1c1c; --wash: #f5f2eb;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Noto Serif", "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
:root, [lang] { --text: var(--serif); font-family: var(--text); }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151617; --ink: #e9e6e0; --soft: #aaa69e; --line: #37383a; --accent: #f2a08c; --wash: #202224; }
}
:lang(ar), :lang(fa), :lang(ur) { --text: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", "Arabic Typesetting", var(--serif); --sans: system-ui, "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; }
:lang(he) { --text: "Noto Serif Hebrew", "New Peninim MT", David, var(--serif); }
:lang(zh) { --text: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "WenQuanYi Zen Hei", serif; --sans: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { --text: "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", PMingLiU, "WenQuanYi Zen Hei", serif; --sans: system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
:lang(ja) { --text: "Hiragino Mincho ProN", "Noto Serif CJK JP", "Yu Mincho", YuMincho, "WenQuanYi Zen Hei", serif; --sans: system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", sans-serif; }
:lang(ko) { --text: "Apple SD Gothic Neo", "Noto Serif CJK KR", "Nanum Myeongjo", Batang, "WenQuanYi Zen Hei", serif; --sans: system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif; }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 var(--text); overflow-wrap: break-word; }
h1, h2, h3, p, ul, ol, figure, blockquote { margin: 0; }
h1, h2, h3 { line-height: 1.15; text-wrap: balance; font-weight: 700; }
img { display: block; max-width: 100%; height: auto; background: var(--wash); }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: .08em; text-underline-offset: .18em; }
a:hover { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main, .masthead, .foot, .draft-banner { padding-inline: max(1.25rem, (100vw - 60rem) / 2); }
main { display: block; padding-block: clamp(1.5rem, 4vw, 3rem); min-height: 60vh; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: fixed; inset: .5rem auto auto .5rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.masthead, .foot, .kicker, .byline, .meta, .label, .topics, .pages, figcaption, .draft-banner { font-family: var(--sans); }
.masthead { border-block-end: 1px solid var(--line); padding-block: 1.1rem 0; }
.masthead .name { font: 800 clamp(1.6rem, 1.2rem + 2vw, 2.4rem)/1.2 var(--text); letter-spacing: -.015em; text-decoration: none; }
.masthead ul { display: flex; gap: 0 1.4rem; overflow-x: auto; scrollbar-width: none; margin-inline: -1.25rem; padding-inline: 1.25rem; list-style: none; white-space: nowrap; font-size: .9375rem; }
.masthead li a { display: block; padding-block: .8rem; text-decoration: none; }
.kicker { font-size: .875rem; font-weight: 700; color: var(--accent); letter-spacing: .01em; margin-block-end: .5rem; }
.kicker a { text-decoration: none; }
.meta, .byline { font-size: .9375rem; color: var(--soft); line-height: 1.5; }
.byline { color: var(--ink); }
[lang]:is(.kicker a, .topics a) { font-family: inherit; }
.byline a { font-weight: 600; text-decoration: none; }
.byline a:hover { text-decoration: underline; }
.label { font-size: .875rem; font-weight: 700; color: var(--soft); margin-block-end: .75rem; }
.standfirst { font-size: clamp(1.2rem, 1.1rem + .5vw, 1.4rem); line-height: 1.45; color: var(--soft); text-wrap: pretty; }
.story > header, .body, .corrections, .topics, .notice { max-inline-size: 41rem; margin-inline: auto; }
.story h1 { font-size: clamp(2rem, 1.35rem + 2.9vw, 3.25rem); letter-spacing: -.018em; line-height: 1.08; }
.story .standfirst { margin-block-start: 1rem; white-space: pre-line; }
.story .byline { margin-block-start: 1.4rem; }
.dateline { display: flex; flex-wrap: wrap; margin-block-start: .15rem; padding: 0; list-style: none; }
.dateline li:not(:last-child)::after { content: "·"; padding-inline: .5em; }
.place { font-weight: 600; }
.hero { margin-block-start: 2rem; }
.hero img { inline-size: 100%; }
figcaption { max-inline-size: 41rem; margin: .6rem auto 0; font-size: .875rem; line-height: 1.45; }
.credit { font-size: 1em; color: var(--soft); }
.body { margin-block-start: 2rem; font-size: clamp(1.125rem, 1.07rem + .25vw, 1.25rem); line-height: 1.65; text-wrap: pretty; hanging-punctuation: first allow-end last; }
.body > * + * { margin-block-start: 1.15em; }
.body h2 { font-size: 1.35em; margin-block: 1.9em -.35em; }
.body h3 { font-size: 1.1em; margin-block: 1.7em -.5em; }
.body ul, .body ol { padding-inline-start: 1.4em; }
.body li + li { margin-block-start: .4em; }
.body li::marker { color: var(--soft); }
.body > blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--line); color: var(--soft); }
.body figure { margin-block: 2rem; }
.body figure.picture img { inline-size: 100%; }
.pull-quote { padding-block: 1.25rem; border-block: 1px solid var(--line); }
.pull-quote blockquote { font-size: 1.4em; line-height: 1.3; text-wrap: balance; }
.embed { padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: 4px; font-size: 1rem; overflow-wrap: anywhere; }
.embed summary { margin-block-start: .6rem; cursor: pointer; }
.embed iframe { inline-size: 100%; block-size: auto; aspect-ratio: 16 / 9; margin-block-start: .6rem; border: 0; }
.corrections { margin-block-start: 2.5rem; padding: 1.1rem 1.3rem; background: var(--wash); border-inline-start: 3px solid var(--accent); font-size: 1rem; }
.corrections p + p { margin-block-start: .9rem; }
.corrections p { white-space: pre-line; }
.topics { margin-block-start: 2.5rem; }
.topics ul { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; font-size: .9375rem; }
.topics a { display: block; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 2rem; text-decoration: none; }
.topics a:hover { border-color: currentColor; }
.related { margin-block-start: 3rem; padding-block-start: 1.2rem; border-block-start: 2px solid var(--ink); max-inline-size: 41rem; margin-inline: auto; }
.list-head { padding-block-end: 1.5rem; border-block-end: 2px solid var(--ink); }
.list-head h1 { font-size: clamp(1.9rem, 1.4rem + 2vw, 2.75rem); letter-spacing: -.015em; }
.list-head .standfirst { margin-block-start: .6rem; max-inline-size: 41rem; white-space: pre-line; }
.card { display: flex; justify-content: space-between; gap: 1.5rem; padding-block: 1.5rem; }
.card + .card { border-block-start: 1px solid var(--line); }
.card > div { flex: 1; min-inline-size: 0; max-inline-size: 41rem; }
.card h2 { font-size: clamp(1.25rem, 1.15rem + .5vw, 1.5rem); }
.card h2 a { text-decoration: none; }
.card h2 a:hover { text-decoration: underline; text-decoration-thickness: .06em; }
.card .summary { margin-block: .5rem .4rem; color: var(--soft); font-size: 1.0625rem; line-height: 1.5; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.card > img { inline-size: clamp(6rem, 22vw, 11rem); aspect-ratio: 3 / 2; object-fit: cover; align-self: flex-start; }
.card.lead { padding-block: 0 2rem; }
.card.lead h2 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3rem); letter-spacing: -.018em; line-height: 1.1; }
.card.lead .summary { font-size: 1.1875rem; -webkit-line-clamp: 6; margin-block: .9rem .7rem; }
@media (min-width: 48rem) { .card.lead > img { inline-size: 34rem; max-inline-size: 57%; order: -1; } }
@media (max-width: 47.99rem) { .card.lead { flex-direction: column-reverse; gap: 1.1rem; } .card.lead > img { inline-size: 100%; align-self: stretch; } }
.pages { display: flex; justify-content: space-between; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); font-size: 1rem; font-weight: 600; }
.pages a { padding-block: .5rem; } .pages [rel=next] { margin-inline-start: auto; }
.notice { padding-block: 8vh; }
.notice h1 { font-size: clamp(1.9rem, 1.4rem + 2vw, 2.75rem); margin-block-end: 1rem; }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; padding-block: 1.5rem 2.5rem; border-block-start: 1px solid var(--line); font: .9375rem/1.6 var(--sans); color: var(--soft); }
.foot ul { display: flex; gap: 1.4rem; padding: 0; list-style: none; } .foot a { display: inline-block; padding-block: .3rem; }
.draft-banner { position: sticky; inset-block-start: 0; padding-block: .55rem; background: #7a1515; color: #fff; font-size: .9375rem; z-index: 1; }
:lang(ar), :lang(fa), :lang(ur), :lang(he) { letter-spacing: 0 !important; }
.body:is(:lang(ar), :lang(fa), :lang(ur)) { font-size: 1.3125rem; line-height: 1.95; }
:is(h1, h2, h3):is(:lang(ar), :lang(fa), :lang(ur)) { line-height: 1.45; }
em:is(:lang(ar), :lang(fa), :lang(ur), :lang(he)) { font-style: normal; font-weight: 600; }
:is(:lang(zh), :lang(ja)) { line-break: strict; text-spacing-trim: trim-start; text-autospace: normal; letter-spacing: 0; }
.body:is(:lang(zh), :lang(ja)) { line-height: 1.9; text-align: justify; }
:is(h1, h2, h3):is(:lang(zh), :lang(ja), :lang(ko)) { line-height: 1.35; letter-spacing: 0; }
em:is(:lang(zh), :lang(ja)) { font-style: normal; text-emphasis: dot; text-emphasis-position: under right; }
em:lang(ja) { text-emphasis: sesame; text-emphasis-position: over right; }
:lang(ko) { word-break: keep-all; line-break: strict; } em:lang(ko) { font-style: normal; font-weight: 600; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --wash: #fff; }
  body { font-size: 11pt; } .body { font-size: 11pt; line-height: 1.5; }
  .masthead nav, .foot nav, .topics, .related, .pages, .skip { display: none; }
  main { padding: 1rem 0; } .masthead, .foot { padding-inline: 0; }
  figure, blockquote, .corrections { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
  a { text-decoration: none; }
}
`.trim()
