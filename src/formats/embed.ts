/** How readers know the sites whose posts and videos newsrooms show, by host without `www.`, `m.` or `mobile.`. */
const SITES: Readonly<Record<string, string>> = {
  'bsky.app': 'Bluesky',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
  'instagram.com': 'Instagram',
  'open.spotify.com': 'Spotify',
  'reddit.com': 'Reddit',
  'soundcloud.com': 'SoundCloud',
  't.me': 'Telegram',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'vimeo.com': 'Vimeo',
  'vk.com': 'VK',
  'weibo.com': 'Weibo',
  'x.com': 'X',
  'youtu.be': 'YouTube',
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
}

/** What an embed shows: the name of its site, the rest of its address, and a player where the site offers one without cookies. */
export type EmbedTarget = { site: string; address: string; player: string | undefined }

/** Reads the address of an embed. The name of a site that is not known is its host. */
export function embedTarget(url: string): EmbedTarget | undefined {
  if (!URL.canParse(url)) return undefined
  const { host, pathname, search } = new URL(url)
  const plainHost = host.replace(/^(?:www|m|mobile)\./, '')
  const site = Object.hasOwn(SITES, plainHost) ? SITES[plainHost] : undefined
  return { site: site ?? plainHost, address: `${plainHost}${pathname === '/' ? '' : pathname}${search}`, player: playerUrl(site, new URL(url)) }
}

/** YouTube's and Vimeo's own players (https://support.google.com/youtube/answer/171780, https://developer.vimeo.com/player/sdk/embed). */
function playerUrl(site: string | undefined, { hostname, pathname, searchParams }: URL): string | undefined {
  const parts = pathname.split('/').filter(Boolean)
  if (site === 'YouTube') {
    const id = hostname === 'youtu.be' ? parts[0] : ['embed', 'live', 'shorts', 'v'].includes(parts[0] ?? '') ? parts[1] : searchParams.get('v')
    return id && /^[\w-]{11}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}` : undefined
  }
  if (site === 'Vimeo') return parts[0] && /^\d{1,12}$/.test(parts[0]) ? `https://player.vimeo.com/video/${parts[0]}?dnt=1` : undefined
  return undefined
}
