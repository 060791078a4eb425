'use client'
import { Button } from '@payloadcms/ui'
import { Pick } from '../Pick'
import { useSlugs } from '../useSlugs'
import { useWords } from '../../i18n/admin/useWords'
import styles from './desk.module.css'

type FiltersProps = {
  apiRoute: string
  params: URLSearchParams
  onChange: (name: string, value: string | undefined) => void
  onClear: () => void
}

/** What the desk shows only; kept in the address, so that it can be kept and sent on. */
export function Filters({ apiRoute, onChange, onClear, params }: FiltersProps) {
  const { t } = useWords()
  const slugs = useSlugs()
  const isMine = params.get('mine') === 'true'
  const pick = (name: 'author' | 'section' | 'tag', collection: string, placeholder: string) => (
    <Pick
      apiRoute={apiRoute}
      collection={collection}
      onChange={(id) => onChange(name, id)}
      placeholder={placeholder}
      value={params.get(name) ?? undefined}
    />
  )
  return (
    <div aria-label={t('desk:filters')} className={styles.filters} role="group">
      <Button
        aria-label={t('desk:mine')}
        buttonStyle={isMine ? 'primary' : 'secondary'}
        extraButtonProps={{ 'aria-pressed': isMine }}
        margin={false}
        onClick={() => onChange('mine', isMine ? undefined : 'true')}
        size="medium"
      >
        {t('desk:mine')}
      </Button>
      {pick('section', slugs.sections, t('desk:anySection'))}
      {pick('author', slugs.authors, t('desk:anyAuthor'))}
      {pick('tag', slugs.tags, t('desk:anyTag'))}
      {['mine', 'section', 'author', 'tag'].some((name) => params.has(name)) && (
        <Button buttonStyle="transparent" margin={false} onClick={onClear} size="medium">
          {t('desk:clear')}
        </Button>
      )}
    </div>
  )
}
