// Keeps a preview up to date: whenever the admin UI says that it saved, the page is fetched and its text replaced.
const desk = window.opener ?? window.parent
const SAVED = 'payload-document-event'

let isFetching = false
let isOutdated = false

async function refresh() {
  isOutdated = true
  if (isFetching) return
  isFetching = true
  while (isOutdated) {
    isOutdated = false
    const response = await fetch(location.href, { cache: 'no-store' })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    document.title = page.title
    document.documentElement.lang = page.documentElement.lang
    document.documentElement.dir = page.documentElement.dir
    for (const part of ['[role=status]', 'main']) document.querySelector(part)?.replaceWith(page.querySelector(part) ?? '')
  }
  isFetching = false
}

window.addEventListener('message', ({ data, origin }) => {
  if (origin === location.origin && data?.type === SAVED) refresh().catch(() => location.reload())
})
if (desk !== window) desk.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
