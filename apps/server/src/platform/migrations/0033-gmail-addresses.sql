-- Gmail delivers to one mailbox however the part before the @ is dotted. Instances may count such
-- addresses as one: here is where they are found.
create index email_addresses_undotted on email_addresses (instance_id, (replace(split_part(email_address, '@', 1), '.', '')))
  where email_address like '%@gmail.com' or email_address like '%@googlemail.com';
create index listed_identifiers_undotted on listed_identifiers (instance_id, list, (replace(split_part(pattern, '@', 1), '.', '')))
  where pattern like '%@gmail.com' or pattern like '%@googlemail.com';
