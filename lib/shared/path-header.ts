/** The gate writes a request's own path and query here; a server component has no other way to know them. */
export const PATH_HEADER = 'x-portal-path';
