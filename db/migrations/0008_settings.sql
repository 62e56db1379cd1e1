CREATE TABLE "headline_policies" (
	"crisis_id" text NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"policy" jsonb NOT NULL,
	CONSTRAINT "headline_policies_crisis_id_known_from_pk" PRIMARY KEY("crisis_id","known_from")
);
--> statement-breakpoint
ALTER TABLE "crises" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "headline_policies" ADD CONSTRAINT "headline_policies_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "places_pcode" ON "places" USING btree (coalesce(crisis_id, ''),"pcode") WHERE pcode is not null;--> statement-breakpoint

-- What is set up for a crisis or for all: changed by a new version of the whole row, never deleted; what it is stays as it is.
-- Arguments: the columns that stay, then, after '+', columns that are kept by the database and are no content.
create function change_ground() returns trigger language plpgsql as $$
declare
  plus int := coalesce(array_position(tg_argv[0:], '+'), tg_nargs + 1);
  staying text[] := (tg_argv[0:])[1:plus - 1];
  kept text[] := (tg_argv[0:])[plus + 1:] || '{version}'::text[];
begin
  if exists (select from unnest(staying) name where to_jsonb(old)->name is distinct from to_jsonb(new)->name) then
    raise exception 'What a row of % is, and whom it serves, is set once.', tg_table_name using errcode = 'restrict_violation';
  end if;
  if new.version < old.version then
    raise exception 'The version of a row of % only rises.', tg_table_name using errcode = 'restrict_violation';
  end if;
  if new.version = old.version and to_jsonb(new) - kept is distinct from to_jsonb(old) - kept then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sources_change before update on sources for each row execute function change_ground('id', 'crisis_id', 'key');
--> statement-breakpoint
create trigger places_change before update on places for each row execute function change_ground('id', 'crisis_id', 'key');
--> statement-breakpoint
create trigger events_change before update on events for each row execute function change_ground('id', 'crisis_id', 'key');
--> statement-breakpoint
create trigger indicators_change before update on indicators for each row execute function change_ground('key');
--> statement-breakpoint
create trigger crises_version before update on crises for each row execute function change_ground('id', 'slug', 'reconstruction', '+', 'revision', 'loaded_at');
--> statement-breakpoint
-- A number that was counted in persons is never read as households afterwards.
create function keep_measure() returns trigger language plpgsql as $$
begin
  if exists (select from scopes where indicator = old.key) then
    raise exception 'Figures use the indicator "%": its unit and its kind of measure stay.', old.key using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger indicators_measure before update on indicators for each row
  when (old.unit is distinct from new.unit or old.measure is distinct from new.measure) execute function keep_measure();
--> statement-breakpoint

-- The policy by which headlines were chosen at any moment: a view as known then is chosen by the policy of then. The first holds from before
-- anything was known.
create function keep_policy() returns trigger language plpgsql as $$
begin
  insert into headline_policies (crisis_id, known_from, policy) values (new.id, ledger_clock(), new.policy)
    on conflict (crisis_id, known_from) do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger crises_first_policy after insert on crises for each row execute function keep_policy();
--> statement-breakpoint
create trigger crises_next_policy after update on crises for each row when (old.policy is distinct from new.policy) execute function keep_policy();
--> statement-breakpoint
insert into headline_policies (crisis_id, known_from, policy) select id, ledger_clock(), policy from crises;
--> statement-breakpoint
create trigger headline_policies_no_change before update or delete on headline_policies for each row execute function refuse_change();
--> statement-breakpoint
create trigger headline_policies_no_truncate before truncate on headline_policies execute function refuse_change();
