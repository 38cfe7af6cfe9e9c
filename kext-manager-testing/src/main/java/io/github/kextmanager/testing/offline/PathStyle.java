package io.github.kextmanager.testing.offline;

/** How kextfind prints the path of a kext. */
enum PathStyle {
  /** The absolute path. */
  FULL,
  /** From the folder on in which the kext, or the one that it is a plug-in of, lies. */
  RELATIVE,
  /** The last component alone. */
  NAME
}
