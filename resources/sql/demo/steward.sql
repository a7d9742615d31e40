-- Steward: seven tables, no row-level security on any of them, and none of the two log tables
-- that its guide reads, because no migration makes them (facts/systems.md §5). Run as superuser in
-- a new database of the demo's plain cluster.

create table users (
    id uuid primary key default gen_random_uuid(),
    email text not null unique,
    name text,
    "avatarUrl" text,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create table receipts (
    id uuid primary key default gen_random_uuid(),
    "userId" uuid not null references users (id) on delete cascade,
    "imageUrl" text not null,
    "rawText" text not null,
    merchant text not null,
    total numeric(10, 2) not null,
    "purchaseDate" timestamp(3) not null,
    summary text not null,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp,
    category text,
    subcategory text,
    "confidenceScore" numeric(3, 2),
    currency text default 'USD',
    "convertedTotal" numeric(10, 2),
    "convertedCurrency" text
);
create table receipt_embeddings (
    id uuid primary key default gen_random_uuid(),
    "receiptId" uuid not null unique references receipts (id) on delete cascade,
    embedding double precision[],
    content text not null,
    model text not null default 'text-embedding-3-small',
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create table notifications (
    id uuid primary key default gen_random_uuid(),
    "userId" uuid not null references users (id) on delete cascade,
    type text not null,
    title text not null,
    message text not null,
    metadata jsonb,
    "isRead" boolean not null default false,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create table notification_preferences (
    id uuid primary key default gen_random_uuid(),
    "userId" uuid not null unique references users (id) on delete cascade,
    "emailEnabled" boolean not null default true,
    "pushEnabled" boolean not null default true,
    "receiptProcessed" boolean not null default true,
    "weeklySummary" boolean not null default true,
    "monthlySummary" boolean not null default true,
    "spendingAlerts" boolean not null default true,
    "anomalyAlerts" boolean not null default true,
    "systemAlerts" boolean not null default true,
    "backupNotifications" boolean not null default false,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create table user_profiles (
    id uuid primary key default gen_random_uuid(),
    "userId" uuid not null unique references users (id) on delete cascade,
    timezone text default 'UTC',
    currency text default 'USD',
    "dataRetentionDays" integer not null default 2555,
    "allowDataAnalytics" boolean not null default true,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create table saved_searches (
    id uuid primary key default gen_random_uuid(),
    "userId" uuid not null references users (id) on delete cascade,
    name text not null,
    query text not null,
    filters jsonb,
    "useCount" integer not null default 0,
    "lastUsed" timestamp(3),
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp
);
create index "receipts_userId_idx" on receipts ("userId");
create index "receipts_purchaseDate_idx" on receipts ("purchaseDate");
create index receipts_merchant_idx on receipts (merchant);
create index receipts_category_idx on receipts (category);
create index "receipts_userId_purchaseDate_idx" on receipts ("userId", "purchaseDate");
create index "receipts_userId_category_idx" on receipts ("userId", category);
create index "receipts_userId_purchaseDate_total_idx" on receipts ("userId", "purchaseDate", total);
create index "receipts_userId_purchaseDate_category_idx" on receipts ("userId", "purchaseDate", category);
create index "receipts_userId_purchaseDate_merchant_idx" on receipts ("userId", "purchaseDate", merchant);
create index "receipts_purchaseDate_total_idx" on receipts ("purchaseDate", total);
create index "receipts_category_purchaseDate_idx" on receipts (category, "purchaseDate");
create index "receipts_merchant_purchaseDate_idx" on receipts (merchant, "purchaseDate");
create index "notifications_userId_idx" on notifications ("userId");
create index notifications_type_idx on notifications (type);
create index "notifications_isRead_idx" on notifications ("isRead");
create index "notifications_createdAt_idx" on notifications ("createdAt");
create index "notifications_userId_isRead_idx" on notifications ("userId", "isRead");
create index "notifications_userId_createdAt_idx" on notifications ("userId", "createdAt");
create index "notifications_userId_type_idx" on notifications ("userId", type);

insert into users (id, email, name, "createdAt")
    select md5('steward-user-' || n)::uuid, 'user-' || n || '@steward.example', 'User ' || n, :'now'::timestamptz at time zone 'UTC' - interval '5 hours' * n from generate_series(1, 180) as n;
insert into receipts (id, "userId", "imageUrl", "rawText", merchant, total, "purchaseDate", summary, "createdAt", category, "confidenceScore")
    select md5('receipt-' || n)::uuid, md5('steward-user-' || (1 + n % 180))::uuid, 'receipts/' || n || '.jpg', 'TOTAL ' || (300 + n * 37 % 9000) / 100.0,
        (array['Corner Market', 'Noodle House', 'City Transit', 'Paper and Pen', 'Garden Shop'])[1 + n % 5], (300 + n * 37 % 9000) / 100.0,
        :'now'::timestamptz at time zone 'UTC' - interval '11 minutes' * n, 'Receipt ' || n, :'now'::timestamptz at time zone 'UTC' - interval '11 minutes' * n,
        (array['groceries', 'dining', 'transport', 'supplies', 'home'])[1 + n % 5], 0.80 + (n % 20) / 100.0
    from generate_series(1, 3600) as n;
insert into receipt_embeddings ("receiptId", embedding, content, "createdAt")
    select id, array[0.6, 0.8]::double precision[], summary, "createdAt" from receipts where hashtext(id::text) % 9 = 0;
insert into notifications ("userId", type, title, message, "isRead", "createdAt")
    select "userId", 'receipt_processed', 'Receipt processed', summary, hashtext(id::text) % 4 <> 0, "createdAt" from receipts;
insert into notification_preferences ("userId") select id from users;
insert into user_profiles ("userId") select id from users;
insert into saved_searches ("userId", name, query, "useCount") select id, 'This month', 'How much did I spend this month?', 1 from users limit 60;
analyze;
