import { isIP, isIPv6 } from 'node:net'

/** What tells where a request comes from. */
type Hops = {
  /** Who is at the other end of the connection. */
  peer: string | undefined
  /** X-Forwarded-For as it came: each proxy adds, at the end, whom it was asked by. */
  forwardedFor: string | readonly string[] | undefined
  /** How many proxies in front are ours. Whatever is left of what they wrote, a client may have made up. */
  trustedProxies: number
}

/** Who asks: the address that the outermost trusted proxy saw, or the other end of the connection. */
export function addressOf({ forwardedFor, peer = '', trustedProxies }: Hops): string {
  const said = [forwardedFor ?? []].flat().join(',').split(',').map(withoutPort).filter(Boolean)
  const hops = [...said, peer]
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? peer
  return networkOf(isIP(address) ? address : peer)
}

/**
 * What is counted as one client: an IPv4 address, or the 64 bits of an IPv6 address that a network gives to one customer
 * (RFC 6177); the rest each may choose as often as they like.
 */
export function networkOf(address: string): string {
  const v4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (v4 !== undefined) return v4
  if (!isIPv6(address)) return address
  const [left = '', right = ''] = (address.split('%', 1)[0] ?? '').split('::')
  const [head, tail] = [groupsOf(left), groupsOf(right)]
  const gap = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return `${[...head, ...gap, ...tail].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`
}

function groupsOf(text: string): string[] {
  return text.split(':').filter(Boolean)
}

/** Some proxies write the port too: 192.0.2.1:4711 or [2001:db8::1]:4711. */
function withoutPort(hop: string): string {
  const text = hop.trim()
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
}
