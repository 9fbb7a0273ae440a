-- What the worker relies on of the schema of Tasker Core 0.1: the tables and columns it reads and
-- writes, the constraints its transactions lean on and the functions it calls. Timestamps hold UTC.
-- Functions name tables without their schema, as those of Tasker Core do, so that a session without
-- the right search_path fails here, too.

create schema tasker;
set search_path = tasker, public;

create function uuid_generate_v7() returns uuid language sql volatile as $$ select uuidv7() $$;

create type identity_strategy as enum ('strict', 'caller_provided', 'always_unique');

create table task_namespaces (
  task_namespace_uuid uuid primary key default uuid_generate_v7(),
  name varchar(64) not null unique,
  description varchar(255),
  created_at timestamp not null,
  updated_at timestamp not null
);

-- A task template, with all of it in configuration.
create table named_tasks (
  named_task_uuid uuid primary key default uuid_generate_v7(),
  task_namespace_uuid uuid not null references task_namespaces,
  name varchar(64) not null,
  description varchar(255),
  version varchar(16) not null default '0.1.0',
  configuration jsonb default '{}',
  identity_strategy identity_strategy not null default 'strict',
  created_at timestamp not null,
  updated_at timestamp not null,
  unique (task_namespace_uuid, name, version)
);

-- The names of steps, shared by all templates.
create table named_steps (
  named_step_uuid uuid primary key default uuid_generate_v7(),
  name varchar(128) not null unique,
  description varchar(255),
  created_at timestamp not null,
  updated_at timestamp not null
);

create table tasks (
  task_uuid uuid primary key default uuid_generate_v7(),
  named_task_uuid uuid not null references named_tasks,
  complete boolean not null default false,
  requested_at timestamp not null,
  completed_at timestamp,
  initiator varchar(128),
  source_system varchar(128),
  reason varchar(128),
  tags jsonb,
  context jsonb,
  identity_hash varchar(128) not null unique,
  priority integer not null default 0,
  correlation_id uuid not null,
  parent_correlation_id uuid,
  created_at timestamp not null,
  updated_at timestamp not null
);

create table task_transitions (
  task_transition_uuid uuid primary key default uuid_generate_v7(),
  task_uuid uuid not null references tasks,
  to_state varchar not null,
  from_state varchar,
  metadata jsonb default '{}',
  sort_key integer not null,
  most_recent boolean not null,
  processor_uuid uuid,
  created_at timestamp not null,
  updated_at timestamp not null
);
create unique index on task_transitions (task_uuid, most_recent) where most_recent;

create table workflow_steps (
  workflow_step_uuid uuid primary key default uuid_generate_v7(),
  task_uuid uuid not null references tasks,
  named_step_uuid uuid not null references named_steps,
  retryable boolean not null default true,
  max_attempts integer default 3,
  in_process boolean not null default false,
  processed boolean not null default false,
  processed_at timestamp,
  attempts integer,
  last_attempted_at timestamp,
  backoff_request_seconds integer,
  inputs jsonb,
  results jsonb,
  checkpoint jsonb,
  priority integer not null default 0,
  created_at timestamp not null,
  updated_at timestamp not null,
  unique (task_uuid, named_step_uuid)
);

create table workflow_step_edges (
  workflow_step_edge_uuid uuid primary key default uuid_generate_v7(),
  from_step_uuid uuid not null references workflow_steps,
  to_step_uuid uuid not null references workflow_steps,
  name varchar not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  unique (from_step_uuid, to_step_uuid, name)
);

-- The states a step went through; the current one is the most recent, of which there is one only.
create table workflow_step_transitions (
  workflow_step_transition_uuid uuid primary key default uuid_generate_v7(),
  workflow_step_uuid uuid not null references workflow_steps,
  to_state varchar not null constraint chk_workflow_step_transitions_to_state check (to_state in (
    'pending', 'enqueued', 'in_progress', 'enqueued_for_orchestration',
    'enqueued_as_error_for_orchestration', 'waiting_for_retry', 'complete', 'error', 'cancelled',
    'resolved_manually')),
  from_state varchar,
  metadata jsonb default '{}',
  sort_key integer not null,
  most_recent boolean not null,
  created_at timestamp not null,
  updated_at timestamp not null
);
create unique index on workflow_step_transitions (workflow_step_uuid, most_recent)
  where most_recent;

-- Who brought which result, written by a trigger.
create table workflow_step_result_audit (
  workflow_step_result_audit_uuid uuid primary key default uuid_generate_v7(),
  workflow_step_uuid uuid not null references workflow_steps,
  workflow_step_transition_uuid uuid not null references workflow_step_transitions unique,
  task_uuid uuid not null references tasks,
  worker_uuid uuid,
  correlation_id uuid,
  success boolean not null,
  recorded_at timestamp not null default now(),
  created_at timestamp not null default now(),
  updated_at timestamp not null default now()
);

create function create_step_result_audit() returns trigger language plpgsql as $$
begin
  if new.to_state in ('enqueued_for_orchestration', 'enqueued_as_error_for_orchestration') then
    insert into workflow_step_result_audit (
      workflow_step_uuid, workflow_step_transition_uuid, task_uuid, worker_uuid, correlation_id,
      success)
    select
      new.workflow_step_uuid, new.workflow_step_transition_uuid, s.task_uuid,
      (new.metadata ->> 'worker_uuid')::uuid, (new.metadata ->> 'correlation_id')::uuid,
      new.to_state = 'enqueued_for_orchestration'
    from workflow_steps s where s.workflow_step_uuid = new.workflow_step_uuid;
  end if;
  return new;
end $$;

create trigger trg_step_result_audit after insert on workflow_step_transitions
  for each row execute function create_step_result_audit();

-- All steps above one, with one row for each path there is to them.
create function get_step_transitive_dependencies(target_step_uuid uuid)
returns table (
  workflow_step_uuid uuid, task_uuid uuid, named_step_uuid uuid, step_name varchar, results jsonb,
  processed boolean, distance integer)
language sql stable as $$
  with recursive above as (
    select e.from_step_uuid as step, 1 as distance
      from workflow_step_edges e where e.to_step_uuid = target_step_uuid
    union all
    select e.from_step_uuid, a.distance + 1
      from above a join workflow_step_edges e on e.to_step_uuid = a.step
     where a.distance < 50
  )
  select s.workflow_step_uuid, s.task_uuid, s.named_step_uuid, n.name, s.results, s.processed,
         a.distance
    from above a
    join workflow_steps s on s.workflow_step_uuid = a.step
    join named_steps n on n.named_step_uuid = s.named_step_uuid
   order by a.distance, n.name
$$;

-- The namespace in a queue's name, which is the end of the channel that its messages are told on.
create function extract_queue_namespace(queue_name text) returns text language sql as $$
  select case
    when queue_name like 'orchestration%' then 'orchestration'
    when queue_name ~ '^worker_.*_queue$' then substring(queue_name from '^worker_(.*)_queue$')
    when queue_name ~ '_queue$' then substring(queue_name from '^(.*)_queue$')
    else 'default'
  end
$$;

-- Sends a message and tells who listens, both when the transaction commits.
create function pgmq_send_with_notify(
  queue_name text, message jsonb, delay_seconds integer default 0)
returns bigint language plpgsql as $$
declare
  id bigint;
  told text;
  namespace text := extract_queue_namespace(queue_name);
begin
  select pgmq.send(queue_name, message, delay_seconds) into id;
  told := json_build_object(
    'event_type', 'message_with_payload', 'msg_id', id, 'queue_name', queue_name,
    'namespace', namespace, 'message', message, 'ready_at', now(),
    'delay_seconds', delay_seconds)::text;
  perform pg_notify('pgmq_message_ready.' || namespace, told);
  perform pg_notify('pgmq_message_ready', told);
  return id;
end $$;
