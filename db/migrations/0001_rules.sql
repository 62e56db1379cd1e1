-- What the ledger promises, kept by the database itself, whoever writes to it.

-- Whether this transaction is loading that crisis: only a crisis marked as a reconstruction, and only until it was loaded once.
create function is_loading(crisis text) returns boolean language sql stable as $$
  select coalesce(current_setting('attest.loading', true) = crisis, false)
    and exists (select from crises where id = crisis and reconstruction and loaded_at is null)
$$;
--> statement-breakpoint
create function ledger_clock() returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', clock_timestamp())
$$;
--> statement-breakpoint

-- 1. Written once ------------------------------------------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are written once: % is refused.', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['statements', 'scopes', 'scope_claimants', 'figures', 'notes', 'disputes', 'citations', 'workflow_events',
    'finding_acknowledgements', 'sitreps', 'editions', 'edition_figures', 'audit_log'] loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_no_update', name);
  end loop;
  foreach name in array array['crises', 'people', 'indicators', 'places', 'place_names', 'sources', 'source_names', 'source_grades',
    'source_independences', 'events', 'documents', 'statements', 'scopes', 'scope_claimants', 'figures', 'figure_versions',
    'figure_checks', 'notes', 'note_versions', 'disputes', 'dispute_versions', 'citations', 'resolutions', 'workflow_events',
    'finding_acknowledgements', 'sitreps', 'editions', 'edition_figures', 'audit_log', 'audit_head', 'ledger_revision'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', name || '_no_delete', name);
    execute format('create trigger %I before truncate on %I execute function refuse_change()', name || '_no_truncate', name);
  end loop;
end $$;
--> statement-breakpoint

-- 2. Versions: approved once, closed once ------------------------------------------------------------------------------------

-- The rule is one per crisis; what belongs to no crisis needs it off in all of them.
create function needs_second_person(crisis text) returns boolean language sql stable as $$
  select coalesce(bool_or(four_eyes), true) from crises where crisis is null or id = crisis
$$;
--> statement-breakpoint
create function require_second_person(crisis text, author text, approver text) returns void language plpgsql as $$
begin
  if author = approver and needs_second_person(crisis) then
    raise exception 'Whoever enters cannot approve: a second person is needed.' using errcode = 'check_violation';
  end if;
end $$;
--> statement-breakpoint

-- The SQL condition "the same thing as this row" over identity columns, written so that indexes serve it.
create function same_identity(columns text[], version jsonb) returns text language sql immutable as $$
  select string_agg(case when version->>name is null then format('%I is null', name) else format('%I = %L', name, version->>name) end, ' and ')
    from unnest(columns) name
$$;
--> statement-breakpoint

-- When a version becomes known: with the closing of the version it corrects, so that no moment lies between; else now.
create function approval_instant(version_table text, identity text[], version jsonb) returns timestamptz language plpgsql as $$
declare corrected timestamptz;
begin
  execute format('with same as (select * from %I where %s)
    select max(known_to) from same was where closed_by = ''corrected''
      and not exists (select from same now where now.known_from >= was.known_to)',
    version_table, same_identity(identity, version)) into corrected;
  return coalesce(corrected, ledger_clock());
end $$;
--> statement-breakpoint

-- Arguments: 'approved' (a second person approves) or 'immediate' (known as soon as it is recorded), then the identity columns.
create function write_version() returns trigger language plpgsql as $$
declare
  needs_approval boolean := tg_argv[0] = 'approved';
  identity text[] := tg_argv[1:];
begin
  if new.known_to is not null then
    raise exception 'A version of % is written open and closed later.', tg_table_name using errcode = 'check_violation';
  end if;
  if needs_approval and new.approver_id is null then
    if new.known_from is not null then
      raise exception 'A version of % is known from its approval on.', tg_table_name using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if needs_approval then
    perform require_second_person(new.crisis_id, new.author_id, new.approver_id);
  end if;
  if new.known_from is null or not is_loading(new.crisis_id) then
    -- Without identity columns it is a first version: there is none it could follow, and none to look for.
    new.known_from := case when cardinality(identity) = 0 then ledger_clock() else approval_instant(tg_table_name, identity, to_jsonb(new)) end;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function change_version() returns trigger language plpgsql as $$
declare
  identity text[] := tg_argv[1:];
begin
  if to_jsonb(old) - '{approver_id,known_from,known_to,closed_by,closed_reason,closer_id}'::text[]
    is distinct from to_jsonb(new) - '{approver_id,known_from,known_to,closed_by,closed_reason,closer_id}'::text[] then
    raise exception 'The content of a version of % is written once.', tg_table_name using errcode = 'restrict_violation';
  end if;
  if old.known_from is null then
    if new.approver_id is null or new.known_to is not null then
      raise exception 'A version of % is approved before anything else.', tg_table_name using errcode = 'restrict_violation';
    end if;
    perform require_second_person(new.crisis_id, new.author_id, new.approver_id);
    if new.known_from is null or not is_loading(new.crisis_id) then
      new.known_from := approval_instant(tg_table_name, identity, to_jsonb(new));
    end if;
    return new;
  end if;
  if old.known_to is not null or new.known_to is null
    or (old.approver_id, old.known_from) is distinct from (new.approver_id, new.known_from) then
    raise exception 'A version of % is approved once and closed once.', tg_table_name using errcode = 'restrict_violation';
  end if;
  if not is_loading(new.crisis_id) then
    -- A version that was known, was known for a moment at least: no two of one thing begin at the same instant.
    new.known_to := greatest(ledger_clock(), old.known_from + interval '1 millisecond');
  end if;
  return new;
end $$;
--> statement-breakpoint

-- At the end of the transaction a corrected version has the one that replaces it.
create function require_successor() returns trigger language plpgsql as $$
declare found boolean;
begin
  execute format('select exists (select from %I where known_from = $1 and %s)',
    tg_table_name, same_identity(tg_argv[0:], to_jsonb(new))) into found using new.known_to;
  if not found then
    raise exception 'A corrected version of % needs the version that replaces it.', tg_table_name using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare kind record;
begin
  for kind in select * from (values
    ('figure_versions', 'approved', '{figure_id}'::text[]),
    ('note_versions', 'approved', '{note_id}'),
    ('dispute_versions', 'approved', '{dispute_id}'),
    ('resolutions', 'approved', '{scope_id,statement_id}'),
    ('source_grades', 'approved', '{source_id}'),
    ('source_independences', 'immediate', '{a,b}'),
    ('figure_checks', 'immediate', '{figure_id}'),
    ('source_names', 'immediate', '{source_id,position}'),
    ('place_names', 'immediate', '{place_id,position}')) as versions(name, approval, identity) loop
    if kind.name like '%_versions' then
      execute format('create trigger %I before insert on %I for each row when (new.version = 1) execute function write_version(%L)',
        kind.name || '_write_first', kind.name, kind.approval);
    end if;
    execute format('create trigger %I before insert on %I for each row %s execute function write_version(%L, %s)',
      kind.name || '_write', kind.name, case when kind.name like '%_versions' then 'when (new.version > 1)' else '' end,
      kind.approval, (select string_agg(quote_literal(c), ', ') from unnest(kind.identity) c));
    execute format('create trigger %I before update on %I for each row execute function change_version(%L, %s)',
      kind.name || '_change', kind.name, kind.approval, (select string_agg(quote_literal(c), ', ') from unnest(kind.identity) c));
    execute format('create constraint trigger %I after update on %I deferrable initially deferred for each row when (new.closed_by = ''corrected'') execute function require_successor(%s)',
      kind.name || '_successor', kind.name, (select string_agg(quote_literal(c), ', ') from unnest(kind.identity) c));
  end loop;
end $$;
--> statement-breakpoint

-- A reviewer who edits becomes an author: whoever wrote an unapproved wording of a figure cannot approve the next.
create function refuse_own_draft() returns trigger language plpgsql as $$
begin
  if exists (
    select from changed join figure_versions draft on draft.figure_id = changed.figure_id and draft.version < changed.version
    where changed.approver_id = draft.author_id and draft.known_from is null and changed.known_to is null
      and needs_second_person(changed.crisis_id)) then
    raise exception 'Whoever wrote a draft of the figure cannot approve it: a second person is needed.' using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger figure_versions_insert_own_draft after insert on figure_versions referencing new table as changed
  for each statement execute function refuse_own_draft();
--> statement-breakpoint
create trigger figure_versions_update_own_draft after update on figure_versions referencing new table as changed
  for each statement execute function refuse_own_draft();
--> statement-breakpoint

-- 3. Every number leads to its source ----------------------------------------------------------------------------------------

-- Citations may be written before their version, so that an approved version arrives with all it will ever have.
do $$
declare link record;
begin
  for link in select conname, conrelid::regclass as name from pg_constraint
    where contype = 'f' and conrelid = 'citations'::regclass and array_length(conkey, 1) = 2 loop
    execute format('alter table %s alter constraint %I deferrable initially deferred', link.name, link.conname);
  end loop;
end $$;
--> statement-breakpoint
create function refuse_late_citation() returns trigger language plpgsql as $$
begin
  if exists (select from changed join figure_versions using (figure_id, version) where known_from is not null)
    or exists (select from changed join note_versions using (note_id, version) where known_from is not null)
    or exists (select from changed join dispute_versions using (dispute_id, version) where known_from is not null) then
    raise exception 'An approved version keeps the citations it was approved with.' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger citations_in_time after insert on citations referencing new table as changed
  for each statement execute function refuse_late_citation();
--> statement-breakpoint
create function require_citation() returns trigger language plpgsql as $$
declare found boolean;
begin
  if tg_table_name = 'figure_versions' then
    found := exists (select from citations where figure_id = new.figure_id and version = new.version);
  elsif tg_table_name = 'note_versions' then
    found := exists (select from citations where note_id = new.note_id and version = new.version);
  else
    found := exists (select from citations where dispute_id = new.dispute_id and version = new.version);
  end if;
  if not found then
    raise exception 'An approved version of % needs at least one citation.', tg_table_name using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger figure_versions_cited after insert or update on figure_versions deferrable initially deferred
  for each row when (new.known_from is not null) execute function require_citation();
--> statement-breakpoint
create constraint trigger note_versions_cited after insert or update on note_versions deferrable initially deferred
  for each row when (new.known_from is not null) execute function require_citation();
--> statement-breakpoint
create constraint trigger dispute_versions_cited after insert or update on dispute_versions deferrable initially deferred
  for each row when (new.known_from is not null) execute function require_citation();
--> statement-breakpoint

-- 4. Documents, workflow, editions, crises -----------------------------------------------------------------------------------

create function change_document() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) - '{sensitivity,full_text}'::text[] is distinct from to_jsonb(new) - '{sensitivity,full_text}'::text[] then
    raise exception 'A document is archived once: only who may see it can change.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger documents_change before update on documents for each row execute function change_document();
--> statement-breakpoint
-- Argument: the column that holds the instant of writing.
create function stamp_instant() returns trigger language plpgsql as $$
begin
  if not is_loading(new.crisis_id) then
    new := jsonb_populate_record(new, jsonb_build_object(tg_argv[0], ledger_clock()));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger workflow_events_stamp before insert on workflow_events for each row execute function stamp_instant('at');
--> statement-breakpoint
create trigger finding_acknowledgements_stamp before insert on finding_acknowledgements for each row execute function stamp_instant('at');
--> statement-breakpoint
create function write_document() returns trigger language plpgsql as $$
begin
  if not is_loading(new.crisis_id) then
    new.known_from := ledger_clock();
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger documents_write before insert on documents for each row execute function write_document();
--> statement-breakpoint
create function publish_edition() returns trigger language plpgsql as $$
begin
  perform require_second_person(new.crisis_id, new.author_id, new.approver_id);
  if new.edition <> 1 + (select count(*) from editions where sitrep_id = new.sitrep_id) then
    raise exception 'Editions of a sitrep are numbered without a gap.' using errcode = 'check_violation';
  end if;
  if not is_loading(new.crisis_id) then
    new.published_at := ledger_clock();
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger editions_publish before insert on editions for each row execute function publish_edition();
--> statement-breakpoint
create function change_crisis() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.reconstruction <> old.reconstruction or (old.loaded_at is not null and new.loaded_at is distinct from old.loaded_at) then
    raise exception 'What a crisis is, and that it was loaded, is set once.' using errcode = 'restrict_violation';
  end if;
  if new.revision < old.revision then
    raise exception 'The revision of a crisis only rises.' using errcode = 'restrict_violation';
  end if;
  if new.revision = old.revision and to_jsonb(new) is distinct from to_jsonb(old) then
    new.revision := old.revision + 1;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger crises_change before update on crises for each row execute function change_crisis();
--> statement-breakpoint

-- 5. Revisions ---------------------------------------------------------------------------------------------------------------

-- What belongs to no crisis concerns all. Argument 'ledger': the change also concerns pages that span crises.
create function raise_revision() returns trigger language plpgsql as $$
begin
  if not exists (select from changed) then
    return null;
  end if;
  perform from crises where id in (select crisis_id from changed) or exists (select from changed where crisis_id is null)
    order by id for no key update;
  update crises set revision = revision + 1
    where id in (select crisis_id from changed) or exists (select from changed where crisis_id is null);
  if tg_nargs > 0 then
    update ledger_revision set revision = revision + 1;
  end if;
  return null;
end $$;
--> statement-breakpoint
create function raise_every_revision() returns trigger language plpgsql as $$
begin
  perform from crises order by id for no key update;
  update crises set revision = revision + 1;
  update ledger_revision set revision = revision + 1;
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  name text;
  spans text;
begin
  foreach name in array array['places', 'place_names', 'sources', 'source_names', 'source_grades', 'source_independences', 'events',
    'documents', 'statements', 'figure_versions', 'figure_checks', 'finding_acknowledgements', 'note_versions', 'dispute_versions',
    'citations', 'resolutions', 'workflow_events', 'editions'] loop
    spans := case when name like 'place%' or name like 'source%' then '''ledger''' else '' end;
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function raise_revision(%s)',
      name || '_insert_revision', name, spans);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function raise_revision(%s)',
      name || '_update_revision', name, spans);
  end loop;
end $$;
--> statement-breakpoint
create trigger indicators_revision after insert or update on indicators for each statement execute function raise_every_revision();
--> statement-breakpoint
insert into ledger_revision (id, revision) values (1, 1);
--> statement-breakpoint
alter table ledger_revision add constraint ledger_revision_single check (id = 1);
--> statement-breakpoint

-- 6. The audit chain ---------------------------------------------------------------------------------------------------------

insert into audit_head (id, seq, hash) values (1, 0, repeat('0', 64));
--> statement-breakpoint
alter table audit_head add constraint audit_head_single check (id = 1);
--> statement-breakpoint
create function link_audit_row() returns trigger language plpgsql as $$
declare head record;
begin
  select * into head from audit_head where id = 1 for update;
  if new.prev_hash <> head.hash or new.seq <> head.seq + 1 then
    raise exception 'Audit row % does not follow the head of the chain (%).', new.seq, head.seq using errcode = 'restrict_violation';
  end if;
  if new.hash !~ '^[0-9a-f]{64}$' or new.digest !~ '^[0-9a-f]{64}$' then
    raise exception 'Audit row % has a hash that is none.', new.seq using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_log_link before insert on audit_log for each row execute function link_audit_row();
--> statement-breakpoint
create function move_audit_head() returns trigger language plpgsql as $$
begin
  update audit_head set seq = new.seq, hash = new.hash where id = 1;
  return null;
end $$;
--> statement-breakpoint
create trigger audit_log_head after insert on audit_log for each row execute function move_audit_head();
--> statement-breakpoint
create function guard_audit_head() returns trigger language plpgsql as $$
begin
  if new.seq <> old.seq + 1 or not exists (select from audit_log where seq = new.seq and hash = new.hash) then
    raise exception 'The audit head moves with the chain alone.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_head_guard before update on audit_head for each row execute function guard_audit_head();
