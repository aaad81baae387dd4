-- A client that is forgotten takes its attempts with it: without these each one is looked for in all of them.
create index sign_ins_client on sign_ins (instance_id, client_id);
create index sign_ups_client on sign_ups (instance_id, client_id);
