-- People may sign up with a wallet.
alter table sign_ups add column web3_wallet text;
