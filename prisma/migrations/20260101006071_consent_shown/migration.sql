-- --- What the participant was shown when they let somebody read, or took it back; null: from before it was kept ----------------------
ALTER TABLE "sharing_event" ADD COLUMN "shown" TEXT;
ALTER TABLE sharing_event ADD CONSTRAINT sharing_event_shown CHECK (length(shown) BETWEEN 1 AND 2000);
