package io.github.kextmanager.testing.disk;

/** What a Mac that stands on the disk of another machine sees of the files of that machine. */
public enum HostFiles {
  /** Nothing. */
  HIDDEN,
  /**
   * For programs that copy and look at files, what the Mac itself has not: that is how an installer
   * brings something in.
   */
  FOR_COPYING,
  /** What the machine has at a path is what the Mac has there. */
  SHOWN
}
