-- --- How many states there are, told to the planner -----------------------------------------------------------------------
-- Under row-level security the planner may not look at which values a column has, only at how many different ones. Where all
-- reports are in one of two states – in a portal that has just begun, or after a load of history – "neither superseded nor withdrawn"
-- looks to it as if no row were so, and reading the whole of `report_one_current` as if it cost nothing: a thousand reports by
-- their ids took seconds instead of a millisecond. The states are known.
ALTER TABLE report ALTER COLUMN status SET (n_distinct = 7);
ALTER TABLE outcome ALTER COLUMN status SET (n_distinct = 6);
ANALYZE report (status);
ANALYZE outcome (status);
