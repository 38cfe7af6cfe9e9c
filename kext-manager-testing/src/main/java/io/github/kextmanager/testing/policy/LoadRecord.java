package io.github.kextmanager.testing.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * A kext of others that somebody wanted to load: a row of the table {@code kext_load_history_v3} of
 * the KextPolicy database.
 *
 * @param path {@code path} of the bundle
 * @param team {@code team_id}; empty if nobody signed it
 * @param identifier {@code bundle_id}
 * @param bootSession {@code boot_uuid}: the boot session of the last time
 * @param createdAt {@code created_at}: the first time
 * @param lastSeen {@code last_seen}: the last time
 * @param flags {@code flags}, whose meaning nobody knows
 * @param codeHash {@code cdhash}; made up, but the same for the same code
 */
public record LoadRecord(
    Path path,
    String team,
    String identifier,
    UUID bootSession,
    Instant createdAt,
    Instant lastSeen,
    int flags,
    String codeHash) {}
