CREATE INDEX "dispute_versions_waiting" ON "dispute_versions" USING btree ("crisis_id") WHERE known_from is null;--> statement-breakpoint
CREATE INDEX "figure_versions_waiting" ON "figure_versions" USING btree ("crisis_id") WHERE known_from is null;--> statement-breakpoint
CREATE INDEX "note_versions_waiting" ON "note_versions" USING btree ("crisis_id") WHERE known_from is null;--> statement-breakpoint
-- A reviewer who edits becomes an author, of notes and disputes as of figures: whoever wrote an unapproved wording cannot approve the next.
do $$
declare kind record;
begin
  for kind in select * from (values ('note', 'note_versions', 'note_id'), ('dispute', 'dispute_versions', 'dispute_id')) as kinds(noun, name, id) loop
    execute format($body$
      create function %1$I() returns trigger language plpgsql as $function$
      begin
        if exists (
          select from changed join %2$I draft on draft.%3$I = changed.%3$I and draft.version < changed.version
          where changed.approver_id = draft.author_id and draft.known_from is null and changed.known_to is null
            and needs_second_person(changed.crisis_id)) then
          raise exception 'Whoever wrote a draft of the %4$s cannot approve it: a second person is needed.' using errcode = 'check_violation';
        end if;
        return null;
      end $function$ $body$, 'refuse_own_draft_of_' || kind.noun, kind.name, kind.id, kind.noun);
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function %I()',
      kind.name || '_insert_own_draft', kind.name, 'refuse_own_draft_of_' || kind.noun);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function %I()',
      kind.name || '_update_own_draft', kind.name, 'refuse_own_draft_of_' || kind.noun);
  end loop;
end $$;
--> statement-breakpoint
-- A withdrawal is confirmed by a second person.
create function refuse_own_confirmation() returns trigger language plpgsql as $$
declare closer text;
begin
  closer := case new.subject
    when 'figure' then (select closer_id from figure_versions where figure_id = new.subject_id and version = new.version and closed_by = 'withdrawn')
    when 'note' then (select closer_id from note_versions where note_id = new.subject_id and version = new.version and closed_by = 'withdrawn')
    when 'dispute' then (select closer_id from dispute_versions where dispute_id = new.subject_id and version = new.version and closed_by = 'withdrawn')
  end;
  if closer is null then
    raise exception 'Only a withdrawal is confirmed.' using errcode = 'check_violation';
  end if;
  if closer = new.person_id and needs_second_person(new.crisis_id) then
    raise exception 'Whoever withdrew it cannot confirm it: a second person is needed.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger workflow_events_confirm before insert on workflow_events for each row when (new.state = 'withdrawal-confirmed')
  execute function refuse_own_confirmation();
