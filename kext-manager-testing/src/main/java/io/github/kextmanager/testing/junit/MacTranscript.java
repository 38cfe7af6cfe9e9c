package io.github.kextmanager.testing.junit;

/** Carries the transcript of a Mac with the failure of a test to wherever failures are shown. */
final class MacTranscript extends Exception {
  private static final long serialVersionUID = 1L;

  MacTranscript(String transcript) {
    super(transcript, null, false, false);
  }
}
