CREATE TABLE "relayed_statements" (
	"crisis_id" text NOT NULL,
	"scope_id" text NOT NULL,
	"statement_id" text NOT NULL,
	CONSTRAINT "relayed_statements_crisis_id_scope_id_statement_id_pk" PRIMARY KEY("crisis_id","scope_id","statement_id")
);
--> statement-breakpoint
ALTER TABLE "relayed_statements" ADD CONSTRAINT "relayed_statements_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_statements" ADD CONSTRAINT "relayed_statements_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relayed_statements" ADD CONSTRAINT "relayed_statements_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Fires after the trigger that raises the revision (by the order of their names), which lets one transaction at a time write to a crisis:
-- of two relays written at once, the later sees the earlier.
create function note_relayed_statements() returns trigger language plpgsql as $$
begin
  insert into relayed_statements (crisis_id, scope_id, statement_id)
    select distinct changed.crisis_id, changed.scope_id, figure.statement_id
    from changed
    join figures figure on figure.id = changed.figure_id
    join figures other on other.statement_id = figure.statement_id and other.id <> figure.id
    join figure_versions version on version.figure_id = other.id and version.scope_id = changed.scope_id
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger figure_versions_relayed after insert on figure_versions referencing new table as changed
  for each statement execute function note_relayed_statements();
--> statement-breakpoint
insert into relayed_statements (crisis_id, scope_id, statement_id)
  select version.crisis_id, version.scope_id, figure.statement_id
  from figure_versions version join figures figure on figure.id = version.figure_id
  group by version.crisis_id, version.scope_id, figure.statement_id having count(distinct version.figure_id) > 1;
--> statement-breakpoint
create trigger relayed_statements_no_update before update on relayed_statements for each row execute function refuse_change();
--> statement-breakpoint
create trigger relayed_statements_no_delete before delete on relayed_statements for each row execute function refuse_change();
--> statement-breakpoint
create trigger relayed_statements_no_truncate before truncate on relayed_statements execute function refuse_change();
