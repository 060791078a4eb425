'use client'
export { PageLost as default } from '../../../../admin/saving/PageLost'
