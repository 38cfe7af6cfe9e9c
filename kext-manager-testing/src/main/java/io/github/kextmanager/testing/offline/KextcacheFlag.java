package io.github.kextmanager.testing.offline;

/** What kextcache is asked for without a value. */
enum KextcacheFlag {
  /** {@code -f}: helper partitions are updated even if they look current. */
  FORCE,
  /** {@code -Installer}. */
  INSTALLER,
  /** {@code -caches-only}: helper partitions are left alone. */
  CACHES_ONLY,
  /** {@code -Boot}. */
  EARLY_BOOT,
  /** {@code -U}: nothing should be out of date. */
  EXPECT_UP_TO_DATE,
  /** {@code -i}: whatever it looks like, it is out of date. */
  INVALIDATE,
  /** {@code -F}. */
  LOW_PRIORITY,
  /** {@code -system-caches}. */
  SYSTEM_CACHES,
  /** A prelinked kernel for this Mac, at its own place. */
  DEFAULT_KERNEL,
  /** {@code -r}: kexts that were loaded count as demanded. */
  ALL_LOADED,
  /** {@code -compressed}. */
  COMPRESSED,
  /** {@code -uncompressed}. */
  UNCOMPRESSED,
  /** {@code -z}. */
  NO_AUTHENTICATION,
  /** {@code -clear-staging}. */
  CLEAR_STAGING,
  /** {@code -prune-staging}. */
  PRUNE_STAGING,
  /** {@code -D}, from 11 on. */
  DESTINATION_ROOT,
  /** {@code -legacy-behavior}, from 11 on. */
  LEGACY
}
