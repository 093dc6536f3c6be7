-- What has been returned to a provider: few of its reports, asked for on the first page of everybody there.
CREATE INDEX report_returned ON report (provider_id, office_id) WHERE status = 'returned';
