'use client'
export { PageLost as default } from 'dateline/client'
