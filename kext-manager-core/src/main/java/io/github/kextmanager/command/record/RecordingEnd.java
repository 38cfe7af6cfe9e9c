package io.github.kextmanager.command.record;

/** How a recording ends. */
public enum RecordingEnd {
  /** It was closed by whoever made it: nothing is missing. */
  CLOSED,
  /** It was not closed, but its last block is whole: more may have been asked. */
  OPEN,
  /** It breaks off within a block, which was left out: the machine stopped while it was written. */
  TORN
}
