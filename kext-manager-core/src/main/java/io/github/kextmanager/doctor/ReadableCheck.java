package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.verdict.Reason;

/** Whether the bundle can be opened. */
final class ReadableCheck {
  private ReadableCheck() {}

  static Check of(OpeningRefusal refusal) {
    return Check.failed(
        Topic.READABLE,
        Reason.INVALID_BUNDLE,
        refusal.explanation(),
        refusal.messages().stream()
            .map(message -> Ground.of(refusal.path().toString(), message))
            .toList());
  }
}
