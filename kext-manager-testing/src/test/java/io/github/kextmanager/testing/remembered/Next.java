package io.github.kextmanager.testing.remembered;

/** What happens to the Mac before somebody looks. */
enum Next {
  NOTHING,
  APPROVED,
  RESTARTED,
  APPROVED_AND_RESTARTED,
  DENIED_AND_RESTARTED,
  /** It is approved, the Mac restarted, and it panics when somebody else loads the kext. */
  PANICKED,
  UPGRADED,
  DELETED,
  REPLACED,
  /** It is approved, and the Mac started in safe mode. */
  SAFE_BOOT
}
