DROP INDEX "source_independences_one_open";--> statement-breakpoint
CREATE UNIQUE INDEX "source_independences_one_open" ON "source_independences" USING btree (coalesce(crisis_id, ''),"a","b") WHERE known_from is not null and known_to is null;--> statement-breakpoint
-- The same two sources can be found independent in one crisis and not yet judged in another: the crisis is part of what a record is about.
drop trigger source_independences_write on source_independences;
--> statement-breakpoint
create trigger source_independences_write before insert on source_independences
  for each row execute function write_version('immediate', 'crisis_id', 'a', 'b');
--> statement-breakpoint
drop trigger source_independences_change on source_independences;
--> statement-breakpoint
create trigger source_independences_change before update on source_independences
  for each row execute function change_version('immediate', 'crisis_id', 'a', 'b');
--> statement-breakpoint
drop trigger source_independences_successor on source_independences;
--> statement-breakpoint
create constraint trigger source_independences_successor after update on source_independences deferrable initially deferred
  for each row when (new.closed_by = 'corrected') execute function require_successor('crisis_id', 'a', 'b');
