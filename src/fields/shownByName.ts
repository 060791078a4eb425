/** How the admin UI shows who did something: by name, to those who may not read logins, too. */
export const SHOWN_BY_NAME = { Cell: 'dateline/rsc#PersonCell', Field: 'dateline/rsc#PersonField' }
