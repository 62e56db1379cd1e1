-- Decisions that were entered before rules were kept were their editors' own judgement.
ALTER TABLE "resolutions" ADD COLUMN "rule" text DEFAULT 'judgement' NOT NULL;--> statement-breakpoint
ALTER TABLE "resolutions" ALTER COLUMN "rule" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_rule" CHECK (rule in ('preferred-sources', 'majority', 'most-recent', 'most-direct', 'judgement'));
