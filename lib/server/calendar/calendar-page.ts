/** Where somebody chooses how to follow the last days. */
export const CALENDAR_PAGE = '/provider/calendar';
