/** How the admin UI shows who did something: by name, to those who may not read logins, too. */
export const SHOWN_BY_NAME = { Cell: '/src/admin/people/PersonCell#PersonCell', Field: '/src/admin/people/PersonField#PersonField' }
